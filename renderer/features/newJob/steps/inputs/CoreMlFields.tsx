import Box from '@mui/material/Box';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { CoreMlShape } from './CoreMlShape.tsx';
import { CoreMlType } from './CoreMlType.tsx';

export interface CoreMlProps {
  input: DraftInput;
  index: number;
  /** The input's name as shown. */
  name: string;
}

/** What DataInputConfig says of an input for Core ML besides its first shape. */
export function CoreMlFields(props: CoreMlProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridColumn: '1 / -1',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        columnGap: 3,
        rowGap: 1,
        mt: 0.5,
        pt: 1.25,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <CoreMlShape {...props} />
      <CoreMlType {...props} />
    </Box>
  );
}
