import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { rescueFocus } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { ArchiveModel } from './ArchiveModel.tsx';
import { FileModel } from './FileModel.tsx';
import { FrameworkFields } from './FrameworkFields.tsx';
import { ModelKindChoice } from './ModelKindChoice.tsx';
import { PackageModel } from './PackageModel.tsx';
import { ReadingState } from './ReadingState.tsx';

/** Step 1: a model in one of three ways, what is in it (only its name when compact), and its framework. */
export function ModelStep({ isCompact = false }: { isCompact?: boolean }) {
  const { draft, reading, modelNote, dismissModelNote } = useWizard();
  const { kind, source, framework, frameworkVersion } = draft.model;
  // The buttons that start a reading make room for it, and for what was read.
  useEffect(() => rescueFocus(), [reading.state]);
  // Before there is a file, nothing is known that its framework could be compared with.
  const hasFramework = kind === 's3' || source !== null || framework !== 'ONNX' || frameworkVersion !== '';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, maxWidth: 880 }}>
      <ModelKindChoice />
      <ReadingState />
      {modelNote && (
        <Alert severity="info" onClose={dismissModelNote}>
          {modelNote}
        </Alert>
      )}
      {kind === 'file' && <FileModel isCompact={isCompact} />}
      {kind === 's3' && <ArchiveModel />}
      {kind === 'package' && <PackageModel />}
      {kind !== 'package' && hasFramework && <FrameworkFields />}
    </Box>
  );
}
