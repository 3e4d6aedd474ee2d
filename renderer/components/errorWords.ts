import { toAppErrorData, type AppErrorData, type AppErrorKind } from '../../shared/errors/appError.ts';

/** How an error is shown: its title, and whether the user's input (warning) or something else (error) is the matter. */
interface ErrorLook {
  title: string;
  severity: 'warning' | 'error';
  /** True when the same action can work a moment later. */
  isRetryable: boolean;
}

const LOOKS: Readonly<Record<AppErrorKind, ErrorLook>> = {
  validation: { title: 'Something needs a change', severity: 'warning', isRetryable: false },
  notFound: { title: 'Not found', severity: 'warning', isRetryable: true },
  conflict: { title: 'Not possible in this state', severity: 'warning', isRetryable: false },
  auth: { title: 'Signing in did not work', severity: 'warning', isRetryable: true },
  permission: { title: 'Not allowed', severity: 'warning', isRetryable: true },
  quota: { title: 'A limit is reached', severity: 'warning', isRetryable: true },
  offline: { title: 'No connection', severity: 'warning', isRetryable: true },
  model: { title: 'The model cannot be used as it is', severity: 'warning', isRetryable: false },
  runner: { title: 'The local runner has a problem', severity: 'error', isRetryable: true },
  cancelled: { title: 'Cancelled', severity: 'warning', isRetryable: true },
  service: { title: 'The service failed', severity: 'error', isRetryable: true },
  internal: { title: 'Edgewright made a mistake', severity: 'error', isRetryable: true },
};

/** The look of an error. */
export function lookOfError({ kind }: AppErrorData): ErrorLook {
  return LOOKS[kind];
}

/** Error data from what a query, a mutation or a `catch` gives. */
export function errorDataOf(error: unknown): AppErrorData {
  const isData = typeof error === 'object' && error !== null && !(error instanceof Error) && 'kind' in error;
  return isData ? (error as AppErrorData) : toAppErrorData(error);
}

/** Everything about an error as text, for a report or a search engine. */
export function errorAsText({ kind, message, hint, code, details }: AppErrorData): string {
  return [`${message}${hint ? ` ${hint}` : ''}`, `Kind: ${kind}`, code && `Code: ${code}`, details]
    .filter(Boolean)
    .join('\n');
}
