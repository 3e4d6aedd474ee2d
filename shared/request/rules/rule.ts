import type { CreateCompilationJobRequest } from '../../api/compilationJob.ts';
import type { Finding, FindingPath, Fix } from '../../api/finding.ts';

/** A rule that spans members of CreateCompilationJob, or knows more of one than its shape; pure, never throws. */
export type RequestRule = (request: CreateCompilationJobRequest) => Finding[];

/** An error in the user's words and in the service's. */
export function errorFinding(rule: string, path: FindingPath, message: string, awsMessage: string, fix?: Fix): Finding {
  return { rule, severity: 'error', path, message, awsMessage, ...(fix && { fix }) };
}

/** Something that the service takes, but that is probably not meant. */
export function warningFinding(rule: string, path: FindingPath, message: string, fix?: Fix): Finding {
  return { rule, severity: 'warning', path, message, ...(fix && { fix }) };
}
