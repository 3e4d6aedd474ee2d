import Box from '@mui/material/Box';
import { plural } from '../../../../components/formatNumber.ts';
import { BuildForAws } from '../../fields/BuildForAws.tsx';

/** Above the list: how many devices only AWS compiles for, with the way there. */
export function RefusedDevices({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1,
        rowGap: 0.5,
        color: 'text.secondary',
      }}
    >
      <Box component="span" sx={{ fontSize: 12 }}>
        The local runner does not compile for {plural(count, 'device')} of the list.
      </Box>
      <BuildForAws focusAfter="target.device" />
    </Box>
  );
}
