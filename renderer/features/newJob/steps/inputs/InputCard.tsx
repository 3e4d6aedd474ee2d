import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { isCoreMl } from '../../../../../shared/draft/draftInputs.ts';
import { isTypedInput, nameOfInput, rolesOfInput } from '../../../../../shared/draft/inputEdits.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { CoreMlFields } from './CoreMlFields.tsx';
import { DimensionButtons } from './DimensionButtons.tsx';
import { DimensionErrors } from './DimensionErrors.tsx';
import { DimensionField } from './DimensionField.tsx';
import { InputActions } from './InputActions.tsx';
import { InputName } from './InputName.tsx';
import { LayoutDrawing } from './LayoutDrawing.tsx';
import { shownName } from './useInputEdits.ts';

interface InputCardProps {
  input: DraftInput;
  index: number;
  /** Puts the focus on what is left once this input is gone. */
  onRemoved: (focusId: string) => void;
}

/** As many fields as fit beside the name, with long symbols shortened. */
const ON_ONE_LINE = 5;

/** One input of the model: its name, type and a field for each dimension. */
export function InputCard({ input, index, onRemoved }: InputCardProps) {
  const { draft } = useWizard();
  const tensor = draft.model.summary?.inputs.find(({ name }) => name === input.name);
  const isTyped = isTypedInput(input);
  const hasUnknownRank = !isTyped && tensor?.shape === null;
  const name = shownName(nameOfInput(draft, index), index);
  return (
    <Box
      component="section"
      id={fieldId(`inputs.${index}`)}
      tabIndex={-1}
      aria-label={`Input ${name}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(140px, 200px) minmax(0, 1fr)' },
        columnGap: 3,
        rowGap: 1,
        px: 2,
        py: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        {isTyped && draft.dataInputConfig.form === 'dictionary' ? (
          <InputName input={input} index={index} />
        ) : (
          <Typography component="h3" sx={{ display: 'flex', minWidth: 0, mb: 0.5, fontWeight: 600 }}>
            <MiddleEllipsis text={name} />
          </Typography>
        )}
        {input.dtype && <Chip label={input.dtype} />}
        {isTyped ? (
          <InputActions name={name} index={index} onRemoved={onRemoved} />
        ) : (
          <LayoutNote layout={tensor?.layout ?? null} />
        )}
      </Box>
      <Box sx={{ display: 'grid', alignContent: 'start', gap: 0.75, minWidth: 0 }}>
        <Dimensions input={input} index={index} name={name} hasUnknownRank={hasUnknownRank} />
        <DimensionErrors input={input} index={index} />
        {(isTyped || hasUnknownRank) && (
          <DimensionButtons
            index={index}
            rank={input.dimensions.length}
            hint={hasUnknownRank ? 'The file states no shape. Add its dimensions; none means a scalar.' : null}
          />
        )}
        <LayoutDrawing input={input} index={index} />
      </Box>
      {isCoreMl(draft) && <CoreMlFields input={input} index={index} name={name} />}
    </Box>
  );
}

interface DimensionsProps {
  input: DraftInput;
  index: number;
  name: string;
  hasUnknownRank: boolean;
}

function Dimensions({ input, index, name, hasUnknownRank }: DimensionsProps) {
  const { draft } = useWizard();
  const { dimensions } = input;
  if (dimensions.length === 0) {
    return hasUnknownRank ? null : <Box sx={{ color: 'text.secondary' }}>scalar – no dimensions</Box>;
  }
  const roles = rolesOfInput(input, draft.model.framework);
  return (
    <Box sx={{ display: 'flex', flexWrap: dimensions.length > ON_ONE_LINE ? 'wrap' : 'nowrap', rowGap: 1 }}>
      {dimensions.map((dimension, position) => (
        <DimensionField
          key={position}
          inputName={name}
          rank={dimensions.length}
          dimension={{ ...dimension, role: roles[position] ?? null }}
          isTyped={isTypedInput(input)}
          place={{ input: index, dimension: position }}
        />
      ))}
    </Box>
  );
}

function LayoutNote({ layout }: { layout: 'NCHW' | 'NHWC' | null }) {
  if (!layout) return null;
  return (
    <Box sx={{ mt: 0.75, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
      {layout === 'NCHW' ? 'NCHW, channels first' : 'NHWC, channels last'}: a guess from the shape. Keep the file’s
      order.
    </Box>
  );
}
