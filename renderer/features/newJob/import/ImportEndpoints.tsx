import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import type { ImportChoice } from './importedDraft.ts';

interface ImportEndpointsProps {
  choices: readonly ImportChoice[];
  choice: ImportChoice;
  onChoose: (endpointId: string) => void;
}

/** Where the imported job will go; what an endpoint cannot run is said with it. */
export function ImportEndpoints({ choices, choice, onChoose }: ImportEndpointsProps) {
  const id = useId();
  return (
    <div>
      <Box id={id} sx={{ mb: 0.25, fontWeight: 600 }}>
        Build it for
      </Box>
      <RadioGroup aria-labelledby={id} value={choice.endpoint.id} onChange={(_, next) => onChoose(next)}>
        {choices.map(({ endpoint, refusals }) => (
          <FormControlLabel
            key={endpoint.id}
            value={endpoint.id}
            control={<Radio sx={{ p: 0.5, mr: 0.5 }} />}
            sx={{ ml: 0, alignItems: 'flex-start' }}
            label={
              <Box sx={{ py: 0.5 }}>
                {endpoint.label}
                {refusals.length > 0 && (
                  <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
                    cannot run this: {refusals.map(({ message }) => message).join(' ')}
                  </Box>
                )}
              </Box>
            }
          />
        ))}
      </RadioGroup>
    </div>
  );
}
