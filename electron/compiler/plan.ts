import {
  findCompileProfile,
  findFramework,
  localSupportOf,
  targetInWords,
  targetSlug,
  type CompileProfile,
} from '../../shared/catalog/catalog.ts';
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { CompileFailure } from './compileFailure.ts';

/** What the catalogue says about a job that the local runner takes. */
export interface CompilePlan {
  profile: CompileProfile;
  /** The target as in artifact names, and as people call it. */
  target: { slug: string; label: string };
}

/**
 * Looks up how a job is compiled.
 * @throws {CompileFailure} `framework-local` or `target-local` with the catalogue's reason
 */
export function planCompilation({ framework, target }: Pick<CompileTask, 'framework' | 'target'>): CompilePlan {
  const frameworkEntry = findFramework(framework);
  const refusal = frameworkEntry ? frameworkEntry.localRefusal : 'The catalogue does not know this framework.';
  if (refusal !== null) {
    throw new CompileFailure('framework-local', { framework: frameworkEntry?.label ?? framework, detail: refusal });
  }
  const label = targetInWords(target);
  const support = localSupportOf(target) ?? { refused: 'The catalogue does not know this target.' };
  if ('refused' in support) throw new CompileFailure('target-local', { target: label, detail: support.refused });
  const profile = findCompileProfile(support.profile);
  if (!profile) throw new RangeError(`No compile profile has the id ${support.profile}`);
  return { profile, target: { slug: targetSlug(target), label } };
}
