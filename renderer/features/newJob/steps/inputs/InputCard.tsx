import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { DimensionErrors } from './DimensionErrors.tsx';
import { DimensionField } from './DimensionField.tsx';
import { useDimensions } from './useDimensions.ts';

interface InputCardProps {
  input: DraftInput;
  index: number;
}

/** As many fields as fit beside the name, with long symbols shortened. */
const ON_ONE_LINE = 5;

/** One input of the model: its name, type and a field for each dimension. */
export function InputCard({ input, index }: InputCardProps) {
  const { draft } = useWizard();
  const tensor = draft.model.summary?.inputs.find(({ name }) => name === input.name);
  const hasUnknownRank = tensor?.shape === null;
  return (
    <Box
      component="section"
      id={fieldId(`inputs.${index}`)}
      tabIndex={-1}
      aria-label={`Input ${input.name}`}
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
        <Typography component="h3" sx={{ display: 'flex', minWidth: 0, mb: 0.5, fontWeight: 600 }}>
          <MiddleEllipsis text={input.name} />
        </Typography>
        {input.dtype && <Chip label={input.dtype} />}
        <LayoutNote layout={tensor?.layout ?? null} />
      </Box>
      <Box sx={{ display: 'grid', alignContent: 'start', gap: 0.75, minWidth: 0 }}>
        {input.dimensions.length === 0 && !hasUnknownRank && (
          <Box sx={{ color: 'text.secondary' }}>scalar – no dimensions</Box>
        )}
        <Box sx={{ display: 'flex', flexWrap: input.dimensions.length > ON_ONE_LINE ? 'wrap' : 'nowrap', rowGap: 1 }}>
          {input.dimensions.map((dimension, position) => (
            <DimensionField
              key={position}
              input={input}
              dimension={dimension}
              place={{ input: index, dimension: position }}
            />
          ))}
        </Box>
        {hasUnknownRank && <UnknownRank input={input} index={index} />}
        <DimensionErrors input={input} index={index} />
      </Box>
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

/** The file states no shape at all, so the number of dimensions is the user's to say. */
function UnknownRank({ input, index }: InputCardProps) {
  const { addDimension, removeDimension } = useDimensions();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Button variant="outlined" size="small" onClick={() => addDimension(index)}>
        Add a dimension
      </Button>
      {input.dimensions.length > 0 && (
        <Button variant="outlined" size="small" onClick={() => removeDimension(index)}>
          Remove the last
        </Button>
      )}
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
        The file states no shape. Add its dimensions; none means a scalar.
      </Box>
    </Box>
  );
}
