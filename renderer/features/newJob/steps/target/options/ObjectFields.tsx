import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { NVIDIA_KEYS } from '../../../../../../shared/compilerOptions/nvidiaTriples.ts';
import { EIA_ALTERNATIVES } from '../../../../../../shared/compilerOptions/optionRules.ts';
import { AlternativeField } from './AlternativeField.tsx';
import { KnownCombination } from './KnownCombination.tsx';
import { OptionField } from './OptionField.tsx';
import { valueOf } from './fieldValues.ts';
import type { OptionsText } from './useOptionsText.ts';

interface ObjectFieldsProps {
  options: OptionsText;
  known: readonly CompilerOption[];
  isDisabled: boolean;
}

const isOneOf = (keys: readonly string[], { key }: CompilerOption) => keys.includes(key);

/** The fields of an object of options; those that AWS does not document open on demand. */
export function ObjectFields({ options, known, isDisabled }: ObjectFieldsProps) {
  const documented = known.filter(({ rule }) => rule !== null);
  const others = known.filter(({ rule }) => rule === null);
  const hasTriple = known.some((option) => isOneOf(NVIDIA_KEYS, option));
  return (
    <>
      {hasTriple && <KnownCombination options={options} isDisabled={isDisabled} />}
      {documented.map((option) => {
        const shared = { option, options, isDisabled };
        if (!isOneOf(EIA_ALTERNATIVES, option)) return <OptionField key={option.key} {...shared} />;
        const other = known.find((candidate) => candidate !== option && isOneOf(EIA_ALTERNATIVES, candidate));
        return <AlternativeField key={option.key} {...shared} other={other} />;
      })}
      {others.length > 0 && <Undocumented options={options} known={others} isDisabled={isDisabled} />}
    </>
  );
}

function Undocumented({ options, known, isDisabled }: ObjectFieldsProps) {
  const hasValue = known.some(({ key }) => valueOf(options.parsed, key) !== undefined);
  const [isOpen, setOpen] = useState(hasValue);
  return (
    <>
      <Button
        size="small"
        color="secondary"
        aria-expanded={isOpen}
        endIcon={<ExpandMoreOutlined sx={isOpen ? { transform: 'rotate(180deg)' } : {}} />}
        onClick={() => setOpen(!isOpen)}
        sx={{ justifySelf: 'start', ml: -1 }}
      >
        Options that AWS does not document
      </Button>
      {isOpen && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '100%', gap: 1.5 }}>
          {known.map((option) => (
            <OptionField key={option.key} option={option} options={options} isDisabled={isDisabled} />
          ))}
        </Box>
      )}
    </>
  );
}
