import { useEffect, useState } from 'react';

/** Pause after the last keystroke before the text is read. */
const READ_DELAY_MS = 150;

const load = () => import('../../../../shared/import/importRequest.ts');
type Importer = Awaited<ReturnType<typeof load>>;
export type ImportOutcome = ReturnType<Importer['importRequest']>;

export interface ImportReading {
  /** The text that was read; the newest text is still on its way when it differs. */
  text: string;
  outcome: ImportOutcome;
}

/**
 * What an import's text holds, read a moment after it last changed; null while nothing was read or the text is blank.
 * The parsers come in a chunk of their own.
 */
export function useImportReading(text: string): ImportReading | null {
  const [reading, setReading] = useState<ImportReading | null>(null);
  useEffect(() => {
    if (text.trim() === '') return;
    let isCurrent = true;
    const read = async () => {
      const { importRequest } = await load();
      if (isCurrent) setReading({ text, outcome: importRequest(text) });
    };
    const timer = setTimeout(() => void read(), READ_DELAY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  return text.trim() === '' ? null : reading;
}
