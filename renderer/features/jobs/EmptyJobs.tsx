import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router';
import { samplesQuery } from '../../api/queries.ts';
import { IMPORT_PATH, SETTINGS_PATH } from '../../app/paths.ts';
import { useOpenModel } from '../../app/useOpenModel.ts';

/** The first thing that a newcomer sees: three ways to a first job. */
export function EmptyJobs() {
  const { openModel, pickModel } = useOpenModel();
  const { data: samples = [] } = useQuery(samplesQuery);
  const sample = samples[0];
  return (
    <Box sx={{ display: 'grid', gridTemplateRows: '1fr auto', flex: 1, minHeight: 0, overflow: 'auto', p: 3, pb: 2 }}>
      <Box
        sx={{
          display: 'grid',
          placeContent: 'center',
          justifyItems: 'center',
          textAlign: 'center',
          border: '1px dashed',
          borderColor: 'action.outline',
          borderRadius: 1.5,
          bgcolor: 'background.paper',
          p: 4,
        }}
      >
        <FileDownloadOutlined aria-hidden sx={{ fontSize: 36, color: 'text.secondary', mb: 2 }} />
        <Typography variant="h2" sx={{ fontSize: 17, lineHeight: '24px' }}>
          Drop a model here to compile it
        </Typography>
        <Typography color="text.secondary" sx={{ maxWidth: 440, mt: 0.5 }}>
          A model.tar.gz or a bare .onnx file. Edgewright reads its inputs, you choose the target, and the compiled
          artifact is checked against your model.
        </Typography>
        <Box sx={{ display: 'flex', gap: 1, mt: 3 }}>
          {sample && (
            <Button variant="contained" size="large" onClick={() => openModel({ kind: 'sample', id: sample.id })}>
              Try the sample model
            </Button>
          )}
          <Button
            variant={sample ? 'outlined' : 'contained'}
            size="large"
            onClick={() => {
              void pickModel();
            }}
          >
            Choose a model…
          </Button>
          <Button component={RouterLink} to={IMPORT_PATH} variant="text" size="large" color="secondary">
            Import a request…
          </Button>
        </Box>
        {sample && (
          <Typography variant="caption" color="text.secondary" sx={{ mt: 2, maxWidth: 440 }}>
            {sample.title}: {sample.description} Licence: {sample.licence}.
          </Typography>
        )}
      </Box>
      <Typography variant="caption" color="text.secondary" sx={{ mt: 2, textAlign: 'center' }}>
        Everything runs on this machine; no account is needed.{' '}
        <Link component={RouterLink} to={`${SETTINGS_PATH}#aws`} color="inherit" underline="always">
          Connect AWS later
        </Link>
      </Typography>
    </Box>
  );
}
