import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Manifest } from '../../../../shared/compile/manifest.ts';
import { formatBytes, formatCount, formatMs } from '../../../components/formatNumber.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { comparisonInWords, overallVerdict, sizeChange, speedRatio, type Verdict } from './verificationWords.ts';

const HEADLINES: Readonly<Record<Verdict, string>> = {
  pass: 'Same numbers',
  warn: 'Close numbers',
  fail: 'Other numbers',
  notCompared: 'Not compared',
};

function Headline({ label, value, note }: { label: string; value: ReactNode; note: string }) {
  return (
    <Box sx={{ minWidth: 0, px: 2, py: 1.25, bgcolor: 'background.paper' }}>
      <Box component="dt" sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <Box sx={{ fontSize: 17, lineHeight: '24px', fontWeight: 600, mt: 0.25 }}>{value}</Box>
        <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{note}</Box>
      </Box>
    </Box>
  );
}

/** What matters about an artifact at one glance. */
export function HeadlineNumbers({ manifest }: { manifest: Manifest }) {
  const { parity, latency, source, result } = manifest;
  const verdict = overallVerdict(parity);
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(172px, 1fr))',
        // The gaps show the colour below: hairlines that survive wrapping.
        gap: '1px',
        m: 0,
        overflow: 'hidden',
        bgcolor: 'divider',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <Headline
        label="Against the original"
        value={<VerdictMark verdict={verdict} words={HEADLINES[verdict]} />}
        note={parity.kind === 'compared' ? comparisonInWords(parity) : 'See below why'}
      />
      <Headline
        label="One inference"
        value={latency ? `${formatMs(latency.artifactMs)} ms` : 'Not measured'}
        note={latency ? `${speedRatio(latency.originalDefaultMs, latency.artifactMs)} as ONNX Runtime’s default` : ''}
      />
      <Headline
        label="Session start"
        value={latency ? `${formatMs(latency.artifactLoadMs)} ms` : 'Not measured'}
        note={latency ? `${speedRatio(latency.originalLoadMs, latency.artifactLoadMs)} as the original` : ''}
      />
      <Headline
        label="Compiled model"
        value={formatBytes(result.modelBytes)}
        note={`${sizeChange(source.modelBytes, result.modelBytes)}, ${formatCount(source.nodeCount)} → ${formatCount(result.nodeCount)} nodes`}
      />
    </Box>
  );
}
