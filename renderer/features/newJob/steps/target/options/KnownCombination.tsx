import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  NVIDIA_KEYS,
  nvidiaTripleInWords,
  nvidiaTriplesFor,
  type NvidiaTriple,
} from '../../../../../../shared/compilerOptions/nvidiaTriples.ts';
import { optionFieldId } from './optionFieldId.ts';
import { textWith, valueOf } from './fieldValues.ts';
import type { OptionsText } from './useOptionsText.ts';

const boardOf = ({ label, jetPack }: NvidiaTriple) => (jetPack ? `${label}, JetPack ${jetPack}` : label);

/** Fills the three NVIDIA options with values that were seen together, those of the target's board first. */
export function KnownCombination({ options, isDisabled }: { options: OptionsText; isDisabled: boolean }) {
  const { text, parsed, target, setText } = options;
  const triples = nvidiaTriplesFor(target);
  const isGiven = NVIDIA_KEYS.some((key) => valueOf(parsed, key) !== undefined);
  const chosen = triples.findIndex((triple) => NVIDIA_KEYS.every((key) => valueOf(parsed, key) === triple[key]));
  const choose = (index: string) => {
    const triple = triples[Number(index)];
    if (index !== '' && triple)
      setText(textWith(text, Object.fromEntries(NVIDIA_KEYS.map((key) => [key, triple[key]]))));
  };
  return (
    <TextField
      select
      id={optionFieldId('known-combination')}
      label="Known combination"
      value={chosen < 0 ? '' : String(chosen)}
      disabled={isDisabled}
      onChange={(event) => choose(event.target.value)}
      helperText="AWS has no list of what goes together; these were seen in its documents and projects. Others can be typed below."
      slotProps={{ select: { displayEmpty: true } }}
    >
      <MenuItem value="" disabled>
        {isGiven && chosen < 0 ? 'Not a known combination' : 'Choose by board and JetPack'}
      </MenuItem>
      {triples.map((triple, index) => (
        <MenuItem
          key={`${boardOf(triple)} ${nvidiaTripleInWords(triple)}`}
          value={String(index)}
          sx={{ display: 'block', whiteSpace: 'normal' }}
        >
          {boardOf(triple)}: {nvidiaTripleInWords(triple)}
        </MenuItem>
      ))}
    </TextField>
  );
}
