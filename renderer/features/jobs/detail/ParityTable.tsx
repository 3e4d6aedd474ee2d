import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Parity } from '../../../../shared/compile/manifest.ts';
import { formatError, formatMagnitude } from '../../../components/formatNumber.ts';
import { MiddleEllipsis } from '../../../components/MiddleEllipsis.tsx';
import { MONO } from '../../../theme.ts';
import { flushTable } from './flushTable.ts';
import { VerdictMark } from './VerdictMark.tsx';

/** The numeric comparison, output by output. */
export function ParityTable({ parity }: { parity: Extract<Parity, { kind: 'compared' }> }) {
  return (
    <TableContainer>
      <Table aria-label="Outputs compared with the original" sx={flushTable}>
        <TableHead>
          <TableRow>
            <TableCell>Output</TableCell>
            <TableCell>Type and shape</TableCell>
            <TableCell align="right">Largest difference</TableCell>
            <TableCell align="right">Largest value</TableCell>
            <TableCell>Verdict</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {parity.outputs.map(({ output, dtype, shape, maxAbsoluteError, maxReference, verdict }) => (
            <TableRow key={output}>
              <TableCell component="th" scope="row" sx={{ maxWidth: 200 }}>
                <MiddleEllipsis text={output} />
              </TableCell>
              <TableCell sx={{ fontFamily: MONO, whiteSpace: 'nowrap', '&&': { fontSize: 12.5 } }}>
                {dtype} [{shape.join(', ')}]
              </TableCell>
              <TableCell align="right">{formatError(maxAbsoluteError)}</TableCell>
              <TableCell align="right">{formatMagnitude(maxReference)}</TableCell>
              <TableCell>
                <VerdictMark verdict={verdict} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
