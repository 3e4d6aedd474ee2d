import { writeFileSync } from 'node:fs';
import { compileTaskSchema, type CompileMessage } from '../../shared/compile/compileTask.ts';
import { connectToParent } from '../process/parentChannel.ts';
import { compile } from './compile.ts';
import { failureReasonOf } from './failureReasonOf.ts';
import { pathRedactor, type Redact } from './redact.ts';
import type { CompileReport } from './report.ts';

/** Time for the last message to leave; neither of the two channels tells when it has. */
const FLUSH_MS = 50;

/** Where memory runs out, the kernel is to end the compilation, not the app: the job then fails with a reason. */
function offerToOutOfMemoryKiller(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // A container may forbid it; the kernel then chooses by itself.
  }
}

offerToOutOfMemoryKiller();
const parent = connectToParent();
const send = (message: CompileMessage) => parent.send(message);

let isBusy = false;
parent.onMessage((message) => {
  // One process, one job: the runner kills the process to stop the job, so nothing may share it.
  if (isBusy) return;
  isBusy = true;
  void handleTask(message).then((last) => {
    send(last);
    setTimeout(() => process.exit(0), FLUSH_MS);
  });
});
send({ kind: 'ready' });

/** Runs the task to its end; never rejects. */
async function handleTask(message: unknown): Promise<CompileMessage> {
  let redact: Redact = (text) => text;
  try {
    const task = compileTaskSchema.parse(message);
    redact = pathRedactor(task);
    return { kind: 'done', ...(await compile(task, reportTo(redact))) };
  } catch (error) {
    const reason = failureReasonOf(error, redact);
    send({ kind: 'log', level: 'error', text: reason });
    return { kind: 'failed', reason };
  }
}

function reportTo(redact: Redact): CompileReport {
  return {
    stage: (stage) => send({ kind: 'stage', stage }),
    log: (text, level = 'info') => send({ kind: 'log', level, text: redact(text) }),
  };
}
