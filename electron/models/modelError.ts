import { AppError } from '../../shared/errors/appError.ts';
import { failures } from '../../shared/failures/failureCatalog.ts';
import { ArchiveError } from './archive/archiveError.ts';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : undefined);

/** The refusal of a file in the words of the failure catalogue; `code` is the id of the failure. */
function fromArchiveError(error: ArchiveError): AppError {
  const failure = failures.find(({ id }) => id === error.failureId);
  return new AppError(
    {
      kind: 'model',
      message: failure ? `${failure.title}. ${error.detail}` : error.detail,
      hint: failure?.fix,
      details: messageOf(error.cause),
      code: error.failureId,
    },
    { cause: error },
  );
}

function fromSystemError(error: Error, code: string): AppError {
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new AppError(
    {
      kind: isFull ? 'runner' : 'model',
      message: isFull ? 'There is not enough space on the disk.' : `The file could not be read or written (${code}).`,
      hint: isFull ? 'Free some space and try again.' : 'Check that the disk is there and try again.',
      details: error.message,
    },
    { cause: error },
  );
}

/** Whatever goes wrong with a model file as an {@link AppError}; mistakes of ours are left as they are. */
export function toModelError(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return new AppError({ kind: 'cancelled', message: 'Reading the file was cancelled.' });
  if (error instanceof ArchiveError) return fromArchiveError(error);
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^E[A-Z]+$/u.test(code) ? fromSystemError(error, code) : error;
}
