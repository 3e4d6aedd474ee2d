import type { CompileStage } from '../../shared/compile/compileTask.ts';

/** Where a compilation tells what happens, while it happens. */
export interface CompileReport {
  stage(stage: CompileStage): void;
  /** One line of the job's log; paths of this machine are not to appear in it. */
  log(text: string, level?: 'info' | 'warning' | 'error'): void;
}
