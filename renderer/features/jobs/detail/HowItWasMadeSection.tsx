import Box from '@mui/material/Box';
import type { Manifest } from '../../../../shared/compile/manifest.ts';
import { formatBytes } from '../../../components/formatNumber.ts';
import { formatExactly } from '../../../components/formatTime.ts';
import { KeyValueList } from '../../../components/KeyValueList.tsx';
import { Section } from '../../../components/Section.tsx';

/** The receipt: what was done, to which model, with which tools. */
export function HowItWasMadeSection({ manifest }: { manifest: Manifest }) {
  const { steps, source, result, tools, target, compiledAt, producer } = manifest;
  return (
    <Section title="How it was made" level="h3" note={target.label}>
      <Box component="ol" sx={{ m: 0, mb: 1.5, pl: 2.5, '& li': { mb: 0.25 } }}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </Box>
      <KeyValueList
        labelWidth={112}
        items={[
          { label: 'Made by', value: producer, isProse: true },
          { label: 'At', value: formatExactly(Date.parse(compiledAt)), isProse: true, copy: compiledAt },
          {
            label: 'Tools',
            value: Object.entries(tools)
              .map(([name, version]) => `${name} ${version}`)
              .join(', '),
            isProse: true,
          },
          {
            label: 'From',
            value: `${source.modelEntry}, ${formatBytes(source.modelBytes)}${source.opset === null ? '' : `, opset ${source.opset}`}`,
            isProse: true,
            copy: null,
          },
          { label: 'Model SHA-256', value: source.modelSha256 },
          { label: 'Archive SHA-256', value: source.archiveSha256 },
          { label: 'Result SHA-256', value: result.modelSha256 },
        ]}
      />
    </Section>
  );
}
