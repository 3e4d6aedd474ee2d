import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Finding } from '../../../../../shared/api/finding.ts';
import { useOpenModel } from '../../../../app/useOpenModel.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';

/** Where a model can be dropped, and the button for those who do not drag. The shell takes drops anywhere. */
export function ModelDropZone({ findings }: { findings: readonly Finding[] }) {
  const { context } = useWizard();
  const { pickModel } = useOpenModel();
  const findingsId = `${fieldId('model.source')}-findings`;
  const hasFindings = findings.length > 0;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box
        sx={{
          display: 'grid',
          justifyItems: 'center',
          alignContent: 'center',
          gap: 0.5,
          minHeight: 208,
          p: 3,
          border: '1px dashed',
          borderColor: hasFindings ? 'error.main' : 'action.outline',
          borderRadius: 1,
          bgcolor: 'background.paper',
          textAlign: 'center',
        }}
      >
        <FileDownloadOutlined aria-hidden sx={{ fontSize: 28, color: 'text.secondary' }} />
        <Typography variant="subtitle2" component="p">
          Drop a model here
        </Typography>
        <Typography color="textSecondary">
          model.tar.gz, or a bare .onnx file{context.bucket !== '' && ' that Edgewright packs for you'}
        </Typography>
        <Button
          id={fieldId('model.source')}
          variant="outlined"
          aria-describedby={hasFindings ? findingsId : undefined}
          sx={{ mt: 1.5 }}
          onClick={() => void pickModel()}
        >
          Choose a file…
        </Button>
      </Box>
      {hasFindings && (
        <Box id={findingsId}>
          <FieldFindings findings={findings} />
        </Box>
      )}
    </Box>
  );
}
