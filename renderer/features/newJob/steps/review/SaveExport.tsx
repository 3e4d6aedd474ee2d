import Button from '@mui/material/Button';
import { useState } from 'react';
import { toAppErrorData, type AppErrorData } from '../../../../../shared/errors/appError.ts';
import { call } from '../../../../api/client.ts';
import { toast } from '../../../../components/announcements.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';

interface SaveExportProps {
  /** What the file dialog suggests. */
  fileName: string;
  text: string;
}

/** Writes an export where the user says. */
export function SaveExport({ fileName, text }: SaveExportProps) {
  const [error, setError] = useState<AppErrorData | null>(null);
  const save = async () => {
    setError(null);
    try {
      // A text file ends with a line break.
      const path = await call('exports.save', { fileName, text: `${text}\n` });
      if (path !== null) toast(`Saved as ${path}`);
    } catch (thrown) {
      setError(toAppErrorData(thrown));
    }
  };
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => void save()}>
        Save as file…
      </Button>
      {error && <ErrorPanel error={error} title="The file was not saved" onDismiss={() => setError(null)} />}
    </>
  );
}
