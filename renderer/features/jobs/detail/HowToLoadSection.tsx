import Box from '@mui/material/Box';
import type { Manifest } from '../../../../shared/compile/manifest.ts';
import { CodeBlock } from '../../../components/CodeBlock.tsx';
import { Section } from '../../../components/Section.tsx';
import { MONO } from '../../../theme.ts';

function Tensors({ label, tensors }: { label: string; tensors: Manifest['result']['inputs'] }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', columnGap: 2 }}>
      <Box sx={{ color: 'text.secondary' }}>{label}</Box>
      <Box sx={{ fontFamily: MONO, fontSize: '0.96em', overflowWrap: 'anywhere' }}>
        {tensors.map(({ name, dtype, shape }) => (
          <div key={name}>
            {name}: {dtype} [{shape.map((dimension) => dimension ?? '?').join(', ')}]
          </div>
        ))}
      </Box>
    </Box>
  );
}

/** What the device needs, and the lines that load the model there. */
export function HowToLoadSection({ manifest: { howToLoad, result } }: { manifest: Manifest }) {
  return (
    <Section title="How to load it" level="h3">
      <Box sx={{ mb: 1 }}>{howToLoad.runtime}.</Box>
      <Tensors label="Inputs" tensors={result.inputs} />
      <Tensors label="Outputs" tensors={result.outputs} />
      <Box sx={{ mt: 1 }}>
        <CodeBlock code={howToLoad.python} label="Python code" />
      </Box>
    </Section>
  );
}
