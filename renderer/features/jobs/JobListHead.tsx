import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { visuallyHidden } from '../../components/visuallyHidden.ts';
import { HEAD_HEIGHT, JOB_COLUMN_WIDTHS, JOB_COLUMNS } from './jobColumns.ts';
import { sortJobsBy, type JobsView } from './jobsView.ts';

/** The names of the columns; each sorts by its column. */
export function JobListHead({ sort }: Pick<JobsView, 'sort'>) {
  return (
    <Box component="thead" sx={{ display: 'block', position: 'sticky', top: 0, zIndex: 1 }}>
      <Box
        component="tr"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: JOB_COLUMN_WIDTHS,
          columnGap: 2,
          alignItems: 'center',
          height: HEAD_HEIGHT,
          px: 2,
          fontSize: 12,
          color: 'text.secondary',
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        {JOB_COLUMNS.map(({ key, label, isNumeric }) => {
          const isSorted = sort.key === key;
          const Arrow = sort.isAscending ? ArrowUpwardOutlined : ArrowDownwardOutlined;
          return (
            <Box
              key={key}
              component="th"
              scope="col"
              aria-sort={isSorted ? (sort.isAscending ? 'ascending' : 'descending') : undefined}
              sx={{ display: 'flex', justifyContent: isNumeric ? 'flex-end' : 'flex-start', minWidth: 0 }}
            >
              <ButtonBase
                onClick={() => sortJobsBy(key)}
                sx={{
                  gap: 0.25,
                  mx: -0.5,
                  px: 0.5,
                  height: 24,
                  borderRadius: 1,
                  fontSize: 12,
                  fontWeight: isSorted ? 600 : 400,
                  flexDirection: isNumeric ? 'row-reverse' : 'row',
                  '&:hover': { color: 'text.primary' },
                }}
              >
                {label}
                <Arrow aria-hidden sx={{ fontSize: 14, visibility: isSorted ? 'visible' : 'hidden' }} />
              </ButtonBase>
            </Box>
          );
        })}
        <th scope="col">
          <span style={visuallyHidden}>Actions</span>
        </th>
      </Box>
    </Box>
  );
}
