import { compileMessageSchema, type CompileStage, type CompileTask } from '../../shared/compile/compileTask.ts';
import type { ChildProcess, ProcessExit } from '../process/childProcess.ts';

/** Why the runner itself ended a compile process. */
export type KillCause = 'stop' | 'timeout' | 'shutdown';

export type CompileOutcome =
  | { kind: 'done'; artifactDigest: string; artifactBytes: number; derivedDataInputConfig: string | null }
  | { kind: 'failed'; reason: string }
  | { kind: 'killed'; cause: KillCause }
  /** The process ended without a last message; also when it could not be started. */
  | { kind: 'crashed'; exit: ProcessExit };

export interface CompileListener {
  onStage(stage: CompileStage): void;
  onLog(level: 'info' | 'warning' | 'error', text: string): void;
}

/** A compile process at work. */
export interface CompileRun {
  /** Hands over the task and starts the time limit, in seconds. */
  start(task: CompileTask, maxRuntimeSeconds: number): void;
  /** Ends the process at once. The outcome says so, unless the process had already told its own. */
  kill(cause: KillCause): void;
  /** Resolves when the process has ended, or is beyond reach; never rejects. */
  readonly outcome: Promise<CompileOutcome>;
}

/** The port promises an exit within a second of a kill; a process in uninterruptible I/O may still break it. */
const KILL_PATIENCE_MS = 5_000;
/** Longer delays make setTimeout fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Calls back after any number of milliseconds; returns how to cancel. */
function afterDelay(milliseconds: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const arm = (left: number) => {
    timer = setTimeout(
      () => (left > MAX_TIMER_MS ? arm(left - MAX_TIMER_MS) : callback()),
      Math.min(left, MAX_TIMER_MS),
    );
  };
  arm(milliseconds);
  return () => clearTimeout(timer);
}

/**
 * Watches one compile process from its fork to its end. The first of last message and kill decides the outcome;
 * either way it is told only when the process is gone, so that nobody writes to its files any more.
 */
export function superviseCompile(child: ChildProcess, listener: CompileListener): CompileRun {
  let decided: CompileOutcome | null = null;
  let cancelLimit = () => {};
  let cancelPatience = () => {};
  let resolveOutcome: (outcome: CompileOutcome) => void;
  const outcome = new Promise<CompileOutcome>((resolve) => {
    resolveOutcome = resolve;
  });

  const decide = (result: CompileOutcome) => {
    if (decided) return;
    decided = result;
    cancelLimit();
    child.kill();
    cancelPatience = afterDelay(KILL_PATIENCE_MS, () => resolveOutcome(result));
  };

  child.onMessage((message) => {
    const parsed = compileMessageSchema.safeParse(message);
    if (!parsed.success) return listener.onLog('warning', 'The compile process sent a message that is not understood.');
    switch (parsed.data.kind) {
      case 'ready':
        return;
      case 'stage':
        return listener.onStage(parsed.data.stage);
      case 'log':
        return listener.onLog(parsed.data.level, parsed.data.text);
      case 'done':
      case 'failed':
        return decide(parsed.data);
    }
  });
  child.onExit((exit) => {
    cancelLimit();
    cancelPatience();
    resolveOutcome(decided ?? { kind: 'crashed', exit });
  });

  return {
    outcome,
    start: (task, maxRuntimeSeconds) => {
      if (decided) return;
      cancelLimit = afterDelay(maxRuntimeSeconds * 1000, () => decide({ kind: 'killed', cause: 'timeout' }));
      child.send(task);
    },
    kill: (cause) => decide({ kind: 'killed', cause }),
  };
}

const MAX_STDERR_CHARACTERS = 600;
const TERMINAL_COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'gu');
const SPACE_AND_CONTROL = /[\s\p{Cc}]+/gu;

/** How a process ended, for a FailureReason: `signal SIGSEGV: last words on stderr`. */
export function exitInWords({ code, signal, stderrTail }: ProcessExit): string {
  const end = signal ? `signal ${signal}` : code === null ? 'no exit code' : `exit code ${code}`;
  const lastWords = stderrTail.replaceAll(TERMINAL_COLOURS, '').replaceAll(SPACE_AND_CONTROL, ' ').trim();
  return lastWords === '' ? end : `${end}: ${lastWords.slice(-MAX_STDERR_CHARACTERS)}`;
}
