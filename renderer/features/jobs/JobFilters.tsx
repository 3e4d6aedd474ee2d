import ClearOutlined from '@mui/icons-material/ClearOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef } from 'react';
import { ariaShortcut } from '../../app/shortcut.ts';
import { bareFieldset } from '../../components/bareFieldset.ts';
import { formatCount } from '../../components/formatNumber.ts';
import { STATUS_FILTERS, type StatusFilter } from './jobRows.ts';
import { changeJobsView, filterFocusTaken, useFilterFocusWanted, type JobsView } from './jobsView.ts';
import { SortMenu } from './SortMenu.tsx';

const LABELS: Readonly<Record<StatusFilter, string>> = {
  all: 'All',
  live: 'Running',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  STOPPED: 'Stopped',
};

interface JobFiltersProps {
  view: JobsView;
  counts: Readonly<Record<StatusFilter, number>>;
  isCompact: boolean;
}

/** What the list shows: a text to look for, and a status. */
export function JobFilters({ view, counts, isCompact }: JobFiltersProps) {
  const input = useRef<HTMLInputElement>(null);
  const isFocusWanted = useFilterFocusWanted();
  useEffect(() => {
    if (!isFocusWanted) return;
    input.current?.focus();
    input.current?.select();
    filterFocusTaken();
  }, [isFocusWanted]);

  return (
    <Box
      component="section"
      aria-label="Filter jobs"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 1 }}
    >
      <TextField
        inputRef={input}
        placeholder="Filter by name, target, framework…"
        value={view.text}
        onChange={(event) => changeJobsView({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || view.text === '') return;
          event.stopPropagation();
          changeJobsView({ text: '' });
        }}
        sx={{ width: isCompact ? '100%' : 320 }}
        slotProps={{
          htmlInput: { 'aria-label': 'Filter jobs', 'aria-keyshortcuts': ariaShortcut('F') },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined />
              </InputAdornment>
            ),
            endAdornment: view.text && (
              <InputAdornment position="end">
                <IconButton aria-label="Clear the filter" edge="end" onClick={() => changeJobsView({ text: '' })}>
                  <ClearOutlined />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <Box component="fieldset" aria-label="Status" sx={{ display: 'flex', gap: 0.5, ...bareFieldset }}>
        {STATUS_FILTERS.map((status) => (
          <Chip
            key={status}
            clickable
            label={isCompact ? LABELS[status] : `${LABELS[status]} ${formatCount(counts[status])}`}
            aria-pressed={view.status === status}
            onClick={() => changeJobsView({ status })}
            sx={{ '& .MuiChip-label': { px: isCompact ? 0.75 : 1 } }}
          />
        ))}
      </Box>
      {isCompact && <SortMenu sort={view.sort} />}
    </Box>
  );
}
