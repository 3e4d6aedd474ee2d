import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useIsSettled } from '../../components/useIsSettled.ts';
import { JOB_COLUMN_WIDTHS, ROW_HEIGHT } from './jobColumns.ts';

/** Rows to come; as many as fill a window. */
const ROWS = 12;

/** The list while it loads. */
export function JobListSkeleton() {
  // Usually the jobs are there before anyone could read "loading".
  const isSlow = useIsSettled(150);
  if (!isSlow) return null;
  return (
    <Box component="output" aria-label="Loading jobs" sx={{ display: 'block', pt: 10, overflow: 'hidden' }}>
      {Array.from({ length: ROWS }, (_, row) => (
        <Box
          key={row}
          sx={{
            display: 'grid',
            gridTemplateColumns: JOB_COLUMN_WIDTHS,
            columnGap: 2,
            alignItems: 'center',
            height: ROW_HEIGHT,
            px: 2,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Skeleton width={`${55 + ((row * 17) % 40)}%`} />
          <Skeleton width={88} />
          <Skeleton width="60%" />
          <Skeleton width={48} />
          <Skeleton width={96} />
          <Skeleton width={56} sx={{ justifySelf: 'end' }} />
        </Box>
      ))}
    </Box>
  );
}
