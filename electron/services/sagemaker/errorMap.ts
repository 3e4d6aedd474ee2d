import { AppError, type AppErrorKind } from '../../../shared/errors/appError.ts';

/** What a service error code means to us, and what to do about it. The only place that knows AWS error names. */
const CODES: Readonly<Record<string, { kind: AppErrorKind; hint?: string }>> = {
  ResourceInUse: { kind: 'conflict', hint: 'Choose another name.' },
  ResourceNotFound: { kind: 'notFound', hint: 'It may have been deleted elsewhere.' },
  ResourceLimitExceeded: { kind: 'quota', hint: 'Wait until other jobs have ended, or ask for a higher quota.' },
  ValidationException: { kind: 'validation' },
  SerializationException: { kind: 'validation' },
  ThrottlingException: { kind: 'quota', hint: 'The service is busy; try again in a moment.' },
  AccessDeniedException: { kind: 'permission', hint: 'The credentials lack a permission for this call.' },
  UnrecognizedClientException: { kind: 'auth', hint: 'Check the credentials.' },
  InvalidSignatureException: { kind: 'auth', hint: 'Check the secret access key.' },
  ExpiredTokenException: { kind: 'auth', hint: 'Sign in again.' },
  MissingAuthenticationTokenException: { kind: 'auth' },
  IncompleteSignatureException: { kind: 'auth' },
  InternalFailure: { kind: 'service', hint: 'Try again in a moment.' },
  ServiceUnavailable: { kind: 'service', hint: 'Try again in a moment.' },
  AbortError: { kind: 'cancelled' },
};

const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'];

/** `ValidationException: Could not find …`: how the real service says ResourceNotFound for several operations. */
const NOT_FOUND_TEXT = /could not find|resource not found/iu;

/** Any error of the SDK as an {@link AppError}; an AppError passes through. */
export function fromSdkError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { name, message, code } = thrown as { name?: string; message?: string; code?: string };
  if (code && NETWORK_CODES.includes(code)) {
    return new AppError(
      {
        kind: 'offline',
        message: 'The endpoint cannot be reached.',
        hint: 'Nothing is lost. Check that it runs and try again.',
        details: message,
        code,
      },
      { cause: thrown },
    );
  }
  if (name === 'ValidationException' && NOT_FOUND_TEXT.test(message ?? '')) {
    return new AppError({ kind: 'notFound', message: message ?? '', code: name }, { cause: thrown });
  }
  const known = name ? CODES[name] : undefined;
  return new AppError(
    {
      kind: known?.kind ?? 'service',
      message: message || 'The service answered with an error.',
      hint: known?.hint,
      details: `${name ?? 'Error'}: ${message ?? ''}`,
      code: name,
    },
    { cause: thrown },
  );
}
