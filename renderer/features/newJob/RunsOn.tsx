import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import { useWizard } from './wizardContext.ts';

/** Read with the choice; seen where the head of the page has room. */
const NOTE = {
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontSize: 12,
  display: { xs: 'none', lg: 'inline' },
} as const;

/** Where the job will run. Whatever was typed stays; what the endpoint had filled in follows. */
export function RunsOn({ isLocked }: { isLocked: boolean }) {
  const { endpoint, endpoints, setEndpoint } = useWizard();
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = endpoint.state === 'disconnected';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <Box component="span" id={id} sx={{ flex: 'none', fontSize: 12 }}>
        Runs on
      </Box>
      <RadioGroup
        row
        aria-labelledby={id}
        aria-describedby={hasNote ? noteId : undefined}
        value={endpoint.id}
        onChange={(_, next) => setEndpoint(next)}
        sx={{ flex: 'none', flexWrap: 'nowrap' }}
      >
        {endpoints.map(({ id: value, label }) => (
          <FormControlLabel
            key={value}
            value={value}
            label={label}
            disabled={isLocked}
            control={<Radio sx={{ p: 0.5 }} />}
            sx={{ ml: 0, mr: 1, '& .MuiFormControlLabel-label': { color: 'text.primary', whiteSpace: 'nowrap' } }}
          />
        ))}
      </RadioGroup>
      {hasNote && (
        <Box component="span" id={noteId} sx={NOTE}>
          not connected: build and export the request
        </Box>
      )}
    </Box>
  );
}
