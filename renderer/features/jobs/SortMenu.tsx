import CheckOutlined from '@mui/icons-material/CheckOutlined';
import SortOutlined from '@mui/icons-material/SortOutlined';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { JOB_COLUMNS } from './jobColumns.ts';
import { sortJobsBy, type JobsView } from './jobsView.ts';

/** Sorting where the list has no column heads. */
export function SortMenu({ sort }: Pick<JobsView, 'sort'>) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label="Sort jobs"
        title="Sort jobs"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ ml: 'auto' }}
      >
        <SortOutlined />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { dense: true, 'aria-label': 'Sort jobs' } }}
      >
        {JOB_COLUMNS.map(({ key, label }) => (
          <MenuItem
            key={key}
            role="menuitemradio"
            aria-checked={sort.key === key}
            onClick={() => {
              sortJobsBy(key);
              setAnchor(null);
            }}
          >
            <ListItemIcon>{sort.key === key && <CheckOutlined fontSize="small" />}</ListItemIcon>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
