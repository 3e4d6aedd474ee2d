import { failureReason } from '../../shared/failures/failureCatalog.ts';

/** An expected end of a compilation: one of the failures of `shared/failures/failures.json`, with its placeholders. */
export class CompileFailure extends Error {
  override readonly name = 'CompileFailure';
  readonly failureId: string;
  readonly values: Readonly<Record<string, string>>;

  constructor(failureId: string, values: Readonly<Record<string, string>>, options?: { cause?: unknown }) {
    super(failureReason(failureId, values), options);
    this.failureId = failureId;
    this.values = values;
  }
}
