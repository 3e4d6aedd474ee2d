import { z } from 'zod';

/** What `scriptedCompileProcess.ts` does with a job; it is the content of the job's archive. */
export const compileScriptSchema = z.object({
  /** Before anything happens. */
  delayMs: z.number().default(0),
  /** While half of the artifact is written. */
  writeMs: z.number().default(0),
  end: z.enum(['artifact', 'crash', 'exit', 'block']).default('artifact'),
});
export type CompileScript = z.input<typeof compileScriptSchema>;
