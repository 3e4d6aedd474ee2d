import { z } from 'zod';
import compileProfilesJson from './compileProfiles.json' with { type: 'json' };

const compileProfileSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Level at which ONNX Runtime optimises and saves the graph. */
  graphOptimizationLevel: z.enum(['basic', 'extended', 'all']),
  /** ONNX Runtime optimisers that are switched off while saving. */
  disabledOptimizers: z.array(z.string()),
  /** Level at which the artifact is meant to be loaded, and is loaded to verify it. */
  loadOptimizationLevel: z.enum(['disabled', 'basic', 'extended', 'all']),
  reason: z.string(),
  /** The runtime that the device needs. */
  runtime: z.string(),
  howToLoad: z.string(),
  verifiedBy: z.string(),
});
/** How the local runner optimises for a class of targets. */
export type CompileProfile = z.infer<typeof compileProfileSchema>;

/** Every profile that `local` of a target may name. */
export const compileProfiles: readonly CompileProfile[] = z.array(compileProfileSchema).parse(compileProfilesJson);

/** The profile of an id; undefined when there is none. */
export function findCompileProfile(id: string): CompileProfile | undefined {
  return compileProfiles.find((profile) => profile.id === id);
}
