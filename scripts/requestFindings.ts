import { pathText } from '../shared/api/pathText.ts';
import type { Finding } from '../shared/api/finding.ts';
import { importRequest, type ImportOutcome } from '../shared/import/importRequest.ts';
import { checkCreateCompilationJob } from '../shared/request/requestRules.ts';

/** A finding as a command prints it: the path as text, with the place in the imported text where there is one. */
export interface PrintedFinding extends Omit<Finding, 'rule' | 'path'> {
  rule: string;
  path: string;
  line?: number;
  column?: number;
}

/** Findings of one rule that are printed: more of the same say nothing new. */
const MAX_OF_RULE = 100;

/** The first findings of each rule, each rule's rest as one sentence of its severity. */
function withoutFloods(findings: readonly Finding[]): { kept: Finding[]; rest: PrintedFinding[] } {
  const counts = new Map<string, { count: number; finding: Finding }>();
  const kept = findings.filter((finding) => {
    const count = (counts.get(finding.rule)?.count ?? 0) + 1;
    counts.set(finding.rule, { count, finding });
    return count <= MAX_OF_RULE;
  });
  const rest = [...counts.values()]
    .filter(({ count }) => count > MAX_OF_RULE)
    .map(({ count, finding: { rule, severity } }): PrintedFinding => {
      return { rule, severity, path: '', message: `There are ${count - MAX_OF_RULE} more findings of ${rule}.` };
    });
  return { kept, rest };
}

function findingOf({ path, ...finding }: Finding, outcome: Extract<ImportOutcome, { ok: true }>): PrintedFinding {
  const { line, column } = outcome.positionOf(path);
  const { rule, severity, message, ...rest } = finding;
  return { rule, severity, path: pathText(path), message, line, column, ...rest };
}

/** What there is to say about an imported text: what its import changed, then what the check finds. */
export function findingsOf(text: string): { outcome: ImportOutcome; findings: PrintedFinding[] } {
  const outcome = importRequest(text);
  if (!outcome.ok) {
    const { rule, message, at } = outcome.problem;
    const place = at ? { line: at.line, column: at.column } : {};
    return { outcome, findings: [{ rule, severity: 'error', path: '', message, ...place }] };
  }
  const changes = outcome.changes.map((message): PrintedFinding => {
    return { rule: 'import.normalized', severity: 'warning', path: '', message };
  });
  const check = checkCreateCompilationJob(outcome.request, { service: 'aws' });
  const found = check.ok ? check.warnings : check.findings;
  const { kept, rest } = withoutFloods(found);
  return { outcome, findings: [...changes, ...kept.map((finding) => findingOf(finding, outcome)), ...rest] };
}
