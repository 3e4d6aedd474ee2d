import type { Finding } from '../../../../../shared/api/finding.ts';
import { fieldOfPath, liesWithin } from '../../draftPaths.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { shapeKindOf, type ShapeKind } from './coreMlShape.ts';

/** What flexible shapes cost is told at the kind of shape that costs it. */
const COSTS: Readonly<Record<ShapeKind, readonly string[]>> = {
  fixed: [],
  ranges: ['dataInputConfig.rangeCost'],
  enumerated: ['dataInputConfig.enumeratedCost'],
};

/** Of the findings about the whole configuration, those that a kind of shape brings. */
export const costFindings = (findings: readonly Finding[], kind: ShapeKind): Finding[] =>
  findings.filter(({ rule }) => COSTS[kind].includes(rule));

/** Of the findings about the whole configuration, those that no input shows by itself. */
export const wholeFindings = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ rule }) => !Object.values(COSTS).flat().includes(rule));

/** Everything that is said about the fields, from wherever it stands. */
export function fieldsOfFindings(findings: readonly Finding[]): string[] {
  const fields = findings.map(({ path }) => fieldOfPath(path)).filter((field) => liesWithin(field, 'inputs'));
  return [...new Set(fields)];
}

/** The input at which a jump to the findings about the whole configuration ends; -1 where they stand below the inputs. */
export function inputOfFindings(findings: readonly Finding[], inputs: readonly DraftInput[]): number {
  if (wholeFindings(findings).length > 0) return -1;
  return inputs.findIndex((input) => costFindings(findings, shapeKindOf(input)).length > 0);
}
