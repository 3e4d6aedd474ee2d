import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import type { CreateCompilationJobRequest } from '../../../../../shared/api/compilationJob.ts';
import type { ExportFormat } from '../../../../../shared/export/exportRequest.ts';
import { CodeBlock } from '../../../../components/CodeBlock.tsx';
import { setImportText } from '../../import/importText.ts';
import { useWizard } from '../../wizardContext.ts';
import { SaveExport } from './SaveExport.tsx';
import { useExporter } from './useExporter.ts';

/** The tabs, in their order; the skeletons hold no request, and the import begins with them. */
const TABS: readonly ExportFormat[] = ['json', 'yaml', 'cli', 'powershell', 'boto3', 'js'];

/** The request in the form that is chosen, to read, copy, save and edit. */
export function RequestExports({ request }: { request: CreateCompilationJobRequest }) {
  const { endpoint } = useWizard();
  const exporter = useExporter();
  const [format, setFormat] = useState<ExportFormat>('json');
  if (!exporter) return <Skeleton variant="rounded" height={240} aria-label="Loading the export formats" />;

  const { exportFormats, exportRequest } = exporter;
  const formats = TABS.flatMap((id) => exportFormats.find((known) => known.id === id) ?? []);
  const chosen = formats.find(({ id }) => id === format);
  if (!chosen) return null;
  const text = exportRequest(request, format, endpoint);
  return (
    <>
      <Tabs
        aria-label="Request as"
        variant="scrollable"
        scrollButtons="auto"
        value={format}
        onChange={(_, next: ExportFormat) => setFormat(next)}
      >
        {formats.map(({ id, label }) => (
          <Tab key={id} value={id} label={label} id={`request-tab-${id}`} aria-controls="request-panel" />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id="request-panel"
        aria-labelledby={`request-tab-${format}`}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}
      >
        <Box sx={{ color: 'text.secondary' }}>{chosen.purpose}</Box>
        <CodeBlock label={blockLabel(chosen)} code={text} maxHeight={460} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <SaveExport fileName={`${request.CompilationJobName}.${chosen.extension}`} text={text} />
          {format === 'json' && <EditAsText text={text} />}
        </Box>
      </Box>
    </>
  );
}

/** What the block is, as its copy button says it. */
const blockLabel = ({ id, label }: { id: ExportFormat; label: string }) =>
  id === 'cli' ? 'AWS CLI command' : `Request as ${label}`;

/** The request as text that can be changed: the import reads it back into the form. */
function EditAsText({ text }: { text: string }) {
  const { show } = useWizard();
  const edit = () => {
    setImportText(text, 'the request of this draft');
    show('import');
  };
  return (
    <Button variant="outlined" size="small" onClick={edit}>
      Edit as text
    </Button>
  );
}
