import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Sample } from '../../../../../shared/ipc/routes.ts';
import { samplesQuery } from '../../../../api/queries.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { useWizard } from '../../wizardContext.ts';

/** Models that ship with the app, for a first job without a file of one's own. */
export function SampleModels() {
  const { data: samples = [], error, refetch } = useQuery(samplesQuery);
  if (error) {
    return <ErrorPanel error={error} title="The sample models could not be listed" onRetry={() => void refetch()} />;
  }
  if (samples.length === 0) return null;
  return (
    <Box component="section" aria-label="Sample models" sx={{ display: 'grid', gap: 1 }}>
      {samples.map((sample) => (
        <SampleModel key={sample.id} sample={sample} isOnly={samples.length === 1} />
      ))}
    </Box>
  );
}

function SampleModel({ sample, isOnly }: { sample: Sample; isOnly: boolean }) {
  const { readModel, reading } = useWizard();
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 2,
        py: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h3" component="h3">
          {sample.title}
        </Typography>
        <Typography color="textSecondary">{sample.description}</Typography>
        <Typography variant="caption" color="textSecondary">
          Licence: {sample.licence}
        </Typography>
      </Box>
      <Button
        variant="outlined"
        aria-label={isOnly ? undefined : `Use the sample model ${sample.title}`}
        disabled={reading.state === 'reading'}
        onClick={() => readModel({ kind: 'sample', id: sample.id })}
      >
        Use the sample model
      </Button>
    </Box>
  );
}
