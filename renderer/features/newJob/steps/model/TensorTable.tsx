import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ModelTensor } from '../../../../../shared/models/modelSummary.ts';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { MONO } from '../../../../theme.ts';
import { shapeInWords } from './tensorWords.ts';

interface TensorTableProps {
  inputs: readonly ModelTensor[];
  outputs: readonly ModelTensor[];
}

/** The model's inputs and outputs by name, type and shape. */
export function TensorTable({ inputs, outputs }: TensorTableProps) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
      <Table aria-label="Inputs and outputs" sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 76 }}>Kind</TableCell>
            <TableCell>Name</TableCell>
            <TableCell sx={{ width: 96 }}>Type</TableCell>
            <TableCell sx={{ width: '38%' }}>Shape</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          <TensorRows title="Input" tensors={inputs} />
          <TensorRows title="Output" tensors={outputs} />
        </TableBody>
      </Table>
    </Box>
  );
}

function TensorRows({ title, tensors }: { title: string; tensors: readonly ModelTensor[] }) {
  return tensors.map(({ name, dtype, shape }) => (
    <TableRow key={name}>
      <TableCell sx={{ color: 'text.secondary' }}>{title}</TableCell>
      <TableCell>
        <MiddleEllipsis text={name} />
      </TableCell>
      <TableCell sx={{ fontFamily: MONO }}>{dtype}</TableCell>
      <TableCell sx={{ fontFamily: MONO, overflowWrap: 'anywhere' }}>{shapeInWords(shape)}</TableCell>
    </TableRow>
  ));
}
