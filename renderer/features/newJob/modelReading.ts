import type { ModelSource, ModelSummary } from '../../../shared/models/modelSummary.ts';
import { useCallback, useRef, useState } from 'react';
import { toAppErrorData, type AppErrorData } from '../../../shared/errors/appError.ts';
import { baseNameOfS3Uri } from '../../../shared/s3Uri.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../components/announcements.ts';

/** The reading of a model that was chosen, beside the model that the draft has. */
export type ModelReading =
  | { state: 'idle' }
  | { state: 'reading'; source: ModelSource }
  | { state: 'failed'; source: ModelSource; error: AppErrorData };

/** What a source is called while nothing more is known of it. */
export function nameOfSource(source: ModelSource): string {
  if (source.kind === 'sample') return `the sample ${source.id}`;
  if (source.kind === 's3') return baseNameOfS3Uri(source.uri) || source.uri;
  return source.path.split(/[\\/]/u).at(-1) || source.path;
}

export interface ModelReader {
  reading: ModelReading;
  read(source: ModelSource): void;
  /** Takes the reading, or its error, away; a reading that still runs is ignored when it ends. */
  dismiss(): void;
}

/** Reads models through the inspector; of several at once only the newest counts. */
export function useModelReader(onRead: (source: ModelSource, summary: ModelSummary) => void): ModelReader {
  const [reading, setReading] = useState<ModelReading>({ state: 'idle' });
  const newest = useRef(0);
  const read = useCallback(
    (source: ModelSource) => {
      newest.current += 1;
      const own = newest.current;
      setReading({ state: 'reading', source });
      announce(`Reading ${nameOfSource(source)}`);
      call('models.inspect', { source }).then(
        (summary) => {
          if (own !== newest.current) return;
          setReading({ state: 'idle' });
          onRead(source, summary);
        },
        (thrown: unknown) => {
          if (own !== newest.current) return;
          const error = toAppErrorData(thrown);
          setReading({ state: 'failed', source, error });
          announce(`${nameOfSource(source)} was not read. ${error.message}`);
        },
      );
    },
    [onRead],
  );
  const dismiss = useCallback(() => {
    newest.current += 1;
    setReading({ state: 'idle' });
  }, []);
  return { reading, read, dismiss };
}
