import { z } from 'zod';

/** The closed list of what can go wrong; every error that crosses a wall is one of these. */
export const APP_ERROR_KINDS = [
  /** A value the user gave breaks a rule. */
  'validation',
  /** A job, file or object is not there. */
  'notFound',
  /** The name is taken, or the state does not allow it. */
  'conflict',
  /** Credentials are missing, wrong or expired. */
  'auth',
  /** Credentials are fine but may not do this. */
  'permission',
  /** A limit of the service. */
  'quota',
  /** The other side cannot be reached. */
  'offline',
  /** The user's model file cannot be used as it is. */
  'model',
  /** The local runner, its store or its processes. */
  'runner',
  /** The user cancelled. */
  'cancelled',
  /** The service failed. */
  'service',
  /** Our own mistake. */
  'internal',
] as const;
export type AppErrorKind = (typeof APP_ERROR_KINDS)[number];

/** An error as it crosses IPC. */
export const appErrorDataSchema = z.object({
  kind: z.enum(APP_ERROR_KINDS),
  /** What happened, one sentence in the user's words. */
  message: z.string(),
  /** What to do about it; one sentence. */
  hint: z.string().optional(),
  /** The original words of the service or the runtime, for the copy button. */
  details: z.string().optional(),
  /** The service's error code, such as `ResourceInUse`. */
  code: z.string().optional(),
});
export type AppErrorData = z.infer<typeof appErrorDataSchema>;

/** The one error class that is thrown on purpose; anything else that is thrown becomes `internal` at the walls. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: AppErrorKind;
  readonly hint: string | undefined;
  readonly details: string | undefined;
  readonly code: string | undefined;

  constructor(data: AppErrorData, options?: { cause?: unknown }) {
    super(data.message, options);
    this.kind = data.kind;
    this.hint = data.hint;
    this.details = data.details;
    this.code = data.code;
  }

  /** The data that crosses a wall; never holds the cause or the stack. */
  toData(): AppErrorData {
    return { kind: this.kind, message: this.message, hint: this.hint, details: this.details, code: this.code };
  }
}

/** Any thrown value as error data. */
export function toAppErrorData(thrown: unknown): AppErrorData {
  if (thrown instanceof AppError) return thrown.toData();
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    kind: 'internal',
    message: 'Something went wrong inside Edgewright.',
    hint: 'Your input is kept. Try again; if it happens again, copy the details into a report.',
    details: message,
  };
}
