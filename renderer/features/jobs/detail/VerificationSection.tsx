import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Manifest } from '../../../../shared/compile/manifest.ts';
import { Section } from '../../../components/Section.tsx';
import { HeadlineNumbers } from './HeadlineNumbers.tsx';
import { LatencyTable } from './LatencyTable.tsx';
import { ParityTable } from './ParityTable.tsx';

/** What the runner proved about the artifact, and what it did not. */
export function VerificationSection({ manifest }: { manifest: Manifest }) {
  const { parity, latency, howToLoad } = manifest;
  return (
    <Section title="Verification" level="h3" note={parity.kind === 'compared' && howToLoad.verifiedBy}>
      <HeadlineNumbers manifest={manifest} />
      <Box sx={{ mt: 2 }}>
        {parity.kind === 'compared' ? (
          <>
            <ParityTable parity={parity} />
            <Typography variant="caption" component="p" color="text.secondary" sx={{ m: 0, mt: 0.5 }}>
              Original and artifact ran on the same inputs (seed {parity.seed}). Same: the largest difference is at most
              0.0001 (float16: 0.001) of the largest value, and of 1 where all values are smaller. Other types than
              floats must be equal.
            </Typography>
          </>
        ) : (
          <Alert severity="warning" role="note">
            The numbers were not compared with the original. {parity.reason}
          </Alert>
        )}
      </Box>
      {latency && (
        <Box sx={{ mt: 2 }}>
          <LatencyTable latency={latency} />
          <Typography variant="caption" component="p" color="text.secondary" sx={{ m: 0, mt: 0.5 }}>
            Medians of {latency.runs} interleaved runs on one thread of this machine; the device will differ.
          </Typography>
        </Box>
      )}
    </Section>
  );
}
