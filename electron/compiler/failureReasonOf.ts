import { failureReason } from '../../shared/failures/failureCatalog.ts';
import { ArchiveError } from '../models/archive/archiveError.ts';
import { ShapeMismatchError } from '../models/onnx/fixShapes.ts';
import { CompileFailure } from './compileFailure.ts';
import { diagnoseOrtError } from './ortErrors.ts';
import type { Redact } from './redact.ts';

/** Room for the longest opening of the catalogue within FailureReason's 1,024 characters. */
const MAX_DETAIL_CHARACTERS = 700;
const MAX_NAME_CHARACTERS = 120;

/**
 * Any error of a compilation as FailureReason: in the service's style, at most 1,024 characters,
 * without paths of this machine.
 */
export function failureReasonOf(error: unknown, redact: Redact): string {
  const { failureId, values } = classify(error);
  const shortened = Object.entries(values).map(([name, value]) => [
    name,
    cut(redact(value), name === 'detail' ? MAX_DETAIL_CHARACTERS : MAX_NAME_CHARACTERS),
  ]);
  return failureReason(failureId, Object.fromEntries(shortened) as Record<string, string>);
}

function classify(error: unknown): Pick<CompileFailure, 'failureId' | 'values'> {
  if (error instanceof CompileFailure) return error;
  if (error instanceof ArchiveError) return { failureId: error.failureId, values: { detail: error.detail } };
  if (error instanceof ShapeMismatchError) {
    return { failureId: error.failureId, values: { input: error.input, detail: error.detail } };
  }
  if (!(error instanceof Error)) return { failureId: 'unexpected', values: { detail: String(error) } };
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { failureId: 'disk-full', values: {} };
  const diagnosis = diagnoseOrtError(error.message);
  if (diagnosis) return { failureId: diagnosis.failureId, values: { detail: diagnosis.detail } };
  return { failureId: 'unexpected', values: { detail: error.message } };
}

/** Ends a long text at a word. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const lastSpace = head.lastIndexOf(' ');
  return `${head.slice(0, lastSpace > limit / 2 ? lastSpace : limit - 1)}…`;
}
