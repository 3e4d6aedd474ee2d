import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { nameOfSource } from '../../modelReading.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { ArchiveUriField } from './ArchiveUriField.tsx';
import { ModelDropZone } from './ModelDropZone.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import { OtherModel } from './OtherModel.tsx';
import { SampleModels } from './SampleModels.tsx';

/** A model of this machine: from a file, a drop or the samples; then what is in it. */
export function FileModel({ isCompact }: { isCompact: boolean }) {
  const { draft, context, reading, findingsAt } = useWizard();
  const { source, summary } = draft.model;
  const findings = findingsAt('model.source');
  if (!source) {
    if (reading.state === 'reading') return null;
    return (
      <>
        <ModelDropZone findings={findings} />
        <SampleModels />
      </>
    );
  }
  return (
    <>
      {summary && <ModelFacts summary={summary} source={source} isCompact={isCompact} />}
      {!summary && <UnreadFile />}
      <FieldFindings findings={findings} />
      <OtherModel />
      {context.bucket === '' && (
        <ArchiveUriField
          hint={
            summary?.packaging === 'onnx'
              ? 'Where the archive will be. Until AWS is connected, you pack the file as .tar.gz and upload it there yourself.'
              : 'Where the archive will be. Until AWS is connected, you upload it there yourself.'
          }
        />
      )}
    </>
  );
}

/** A file that was chosen once, and of which nothing is known now. */
function UnreadFile() {
  const { draft, reading, readModel } = useWizard();
  const { source } = draft.model;
  if (!source || reading.state !== 'idle') return null;
  return (
    <Alert
      severity="info"
      action={
        <Button size="small" onClick={() => readModel(source)}>
          Read it
        </Button>
      }
    >
      The model is {nameOfSource(source)}. It was not read since it was chosen again.
    </Alert>
  );
}
