import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { pathOfFile } from '../api/events.ts';
import { toast } from '../components/announcements.ts';
import { isRequestFile, openRequestFile } from '../features/newJob/import/requestFiles.ts';
import { droppedFile, hasFiles } from './droppedFile.ts';
import { IMPORT_PATH } from './paths.ts';
import { useOpenModel } from './useOpenModel.ts';

/** Takes a model or a request that is dropped anywhere in the window to the wizard, and shows that it will. */
export function FileDrop() {
  const { openModel } = useOpenModel();
  const openRequest = useOpenRequest();
  const [isDragging, setIsDragging] = useState(false);

  useEffect(() => {
    // Enter and leave come for every element on the way; the drag is over when all that were entered were left.
    let depth = 0;
    const end = () => {
      depth = 0;
      setIsDragging(false);
    };
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      depth += 1;
      setIsDragging(true);
    };
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      depth -= 1;
      if (depth <= 0) end();
    };
    const onDrop = (event: DragEvent) => {
      end();
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      const dropped = droppedFile(event.dataTransfer);
      if ('refusal' in dropped) return toast(dropped.refusal);
      if (isRequestFile(dropped.file.name)) return openRequest(dropped.file);
      const path = pathOfFile(dropped.file);
      if (path) openModel({ kind: 'file', path });
      else toast('Nothing was opened: the dropped file is not on this machine’s disk.');
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [openModel, openRequest]);

  if (!isDragging) return null;
  return (
    <Box
      sx={{
        position: 'fixed',
        inset: 0,
        zIndex: 'tooltip',
        p: 2,
        pointerEvents: 'none',
        bgcolor: 'color-mix(in srgb, var(--mui-palette-background-default) 94%, transparent)',
      }}
    >
      <Box
        sx={{
          display: 'grid',
          placeContent: 'center',
          justifyItems: 'center',
          gap: 1,
          height: '100%',
          border: '2px dashed',
          borderColor: 'primary.main',
          borderRadius: 1.5,
        }}
      >
        <FileDownloadOutlined color="primary" sx={{ fontSize: 32 }} />
        <Typography variant="subtitle1" component="p">
          Drop the model to start a job
        </Typography>
        <Typography color="text.secondary">
          model.tar.gz or a bare .onnx file; a request as .json, .yaml, .sh, .py or .js is imported
        </Typography>
      </Box>
    </Box>
  );
}

/** Opens the import with a dropped file. */
function useOpenRequest() {
  const navigate = useNavigate();
  return useCallback(
    (file: File) => {
      void openRequestFile(file).then((isOpen) => isOpen && navigate(IMPORT_PATH));
    },
    [navigate],
  );
}
