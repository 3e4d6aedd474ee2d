import ArrowForwardOutlined from '@mui/icons-material/ArrowForwardOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { findFramework, type FrameworkEntry } from '../../../../../shared/catalog/catalog.ts';
import type { Layout } from '../../../../../shared/dataInputConfig/layout.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { permutationOf, permutedInput, type Permutation } from './permutation.ts';
import { useFocusAfter } from './useFocusAfter.ts';
import { useInputEdits } from './useInputEdits.ts';

const inWords = (layout: Layout, sizes: readonly string[]) =>
  layout
    .split('')
    .map((role, index) => `${role} ${sizes[index] ?? '?'}`)
    .join(', ');

/** A shape in the layout of the file and in that of DataInputConfig, where the two differ. */
export function LayoutDrawing({ input, index }: { input: DraftInput; index: number }) {
  const { draft } = useWizard();
  const { change } = useInputEdits();
  const focusAfter = useFocusAfter();
  const framework = findFramework(draft.model.framework);
  const permutation = permutationOf(input, framework);
  if (!framework || !permutation) return null;
  const { from, to, before, after, isTyped } = permutation;
  const source = isTyped ? 'As typed' : `In the ${framework.label} file`;
  const permute = () => {
    change(index, (current) => permutedInput(current, permutation));
    focusAfter(fieldId(`inputs.${index}.dimensions.1.value`));
  };
  return (
    <Box sx={{ display: 'grid', gap: 0.75, pt: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: 1.5, rowGap: 1 }}>
        <Box
          component="figure"
          aria-label={`${source}: ${inWords(from, before)}. In DataInputConfig: ${inWords(to, after)}.`}
          sx={{ display: 'flex', alignItems: 'end', gap: 1.5, m: 0 }}
        >
          <Shape title={`${source}, ${from}`} layout={from} sizes={before} />
          <ArrowForwardOutlined sx={{ mb: '2px', fontSize: 18, color: 'text.secondary' }} />
          <Shape title={`In DataInputConfig, ${to}`} layout={to} sizes={after} />
        </Box>
        {isTyped && (
          <Button variant="outlined" size="small" onClick={permute}>
            Permute
          </Button>
        )}
      </Box>
      <LayoutRule framework={framework} permutation={permutation} />
    </Box>
  );
}

/** Source: InputConfig$DataInputConfig, "DataInputConfig should be specified in NCHW (channel-first) format". */
function LayoutRule({ framework, permutation }: { framework: FrameworkEntry; permutation: Permutation }) {
  const { label, layout, fileLayout } = framework;
  const rule = `A ${label} file is ${fileLayout}, yet AWS wants its DataInputConfig in ${layout}.`;
  const seen = `These sizes look like ${permutation.from}, and ${label} wants ${permutation.to}.`;
  return (
    <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{fileLayout === null ? seen : rule}</Box>
  );
}

function Shape({ title, layout, sizes }: { title: string; layout: Layout; sizes: readonly string[] }) {
  return (
    <Box aria-hidden sx={{ fontSize: 12, lineHeight: '16px' }}>
      <Box sx={{ mb: 0.5, color: 'text.secondary' }}>{title}</Box>
      <Box sx={{ display: 'inline-flex', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        {layout.split('').map((role, place) => (
          <Box
            key={role}
            sx={{
              minWidth: 34,
              px: 0.75,
              py: '1px',
              textAlign: 'center',
              borderLeft: place === 0 ? 0 : 1,
              borderColor: 'divider',
              // The channels are what moves.
              bgcolor: role === 'C' ? 'action.selected' : 'background.sunken',
            }}
          >
            <Box sx={{ fontSize: 11, color: 'text.secondary' }}>{role}</Box>
            <Box sx={{ fontFamily: MONO, fontWeight: role === 'C' ? 600 : 400 }}>{sizes[place]}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
