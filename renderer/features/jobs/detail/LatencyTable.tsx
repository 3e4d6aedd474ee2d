import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Latency } from '../../../../shared/compile/manifest.ts';
import { formatMs } from '../../../components/formatNumber.ts';
import { flushTable } from './flushTable.ts';
import { speedRatio } from './verificationWords.ts';

/** Measured times of the artifact against both baselines. */
export function LatencyTable({ latency }: { latency: Latency }) {
  const { originalUnoptimisedMs, originalDefaultMs, artifactMs, originalLoadMs, artifactLoadMs } = latency;
  const rows = [
    { label: 'This artifact', run: artifactMs, load: artifactLoadMs, isArtifact: true },
    { label: 'Original, ONNX Runtime’s default', run: originalDefaultMs, load: originalLoadMs },
    { label: 'Original, not optimised', run: originalUnoptimisedMs, load: null },
  ];
  const compare = (baseline: number | null, artifact: number, isArtifact = false) =>
    isArtifact || baseline === null ? '–' : speedRatio(baseline, artifact);
  return (
    <TableContainer>
      <Table aria-label="Measured times" sx={flushTable}>
        <TableHead>
          <TableRow>
            <TableCell>Measured</TableCell>
            <TableCell align="right">One inference</TableCell>
            <TableCell align="right">Artifact is</TableCell>
            <TableCell align="right">Session start</TableCell>
            <TableCell align="right">Artifact is</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ label, run, load, isArtifact }) => (
            <TableRow key={label}>
              <TableCell component="th" scope="row" sx={{ fontWeight: isArtifact ? 600 : 400 }}>
                {label}
              </TableCell>
              <TableCell align="right">{formatMs(run)} ms</TableCell>
              <TableCell align="right">{compare(run, artifactMs, isArtifact)}</TableCell>
              <TableCell align="right">{load === null ? '–' : `${formatMs(load)} ms`}</TableCell>
              <TableCell align="right">{compare(load, artifactLoadMs, isArtifact)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
