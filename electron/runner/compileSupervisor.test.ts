import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { exitInWords, superviseCompile, type CompileListener, type CompileOutcome } from './compileSupervisor.ts';
import { hang, ScriptedProcess } from './testing/scriptedFork.ts';

const TASK: CompileTask = {
  jobName: 'job',
  archivePath: '/o/m.tar.gz',
  archiveUri: 's3://o/m.tar.gz',
  workDirectory: '/w',
  artifactPath: '/w/a',
  artifactName: 'a',
  artifactUri: 's3://o/a',
  framework: 'ONNX',
  dataInputConfig: null,
  target: { TargetDevice: 'ml_m5' },
  request: {},
};
const DAY = 24 * 60 * 60;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function supervise() {
  const child = new ScriptedProcess(hang);
  const listener: CompileListener = { onStage: () => {}, onLog: () => {} };
  const run = superviseCompile(child, listener);
  const told = vi.fn<(outcome: CompileOutcome) => void>();
  void run.outcome.then(told);
  return { child, run, told };
}

describe('a compile process', () => {
  test.each([
    [1, 1],
    [900, 900],
    [30 * DAY, 30 * DAY],
    [10_000 * DAY, 10_000 * DAY],
  ])('with a limit of %i s is killed after %i s and not before', async (limit, seconds) => {
    const { child, run, told } = supervise();
    run.start(TASK, limit);
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    expect(child.killed).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(child.killed).toBe(true);
    expect(told).toHaveBeenCalledWith({ kind: 'killed', cause: 'timeout' });
  });

  test('that a kill does not end is given up after 5 s', async () => {
    const { child, run, told } = supervise();
    child.kill = () => {};
    run.kill('stop');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalledWith({ kind: 'killed', cause: 'stop' });
  });

  test('tells its outcome only when it is gone', async () => {
    const { child, told } = supervise();
    child.kill = () => {};
    child.tell({ kind: 'done', artifactDigest: 'd', artifactBytes: 1, derivedDataInputConfig: null });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).not.toHaveBeenCalled();
    child.exit({ code: 0 });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledWith({
      kind: 'done',
      artifactDigest: 'd',
      artifactBytes: 1,
      derivedDataInputConfig: null,
    });
  });

  test('that told its result keeps it, whatever kills it after', async () => {
    const { child, run, told } = supervise();
    run.start(TASK, 1);
    child.tell({ kind: 'failed', reason: 'why' });
    run.kill('stop');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toHaveBeenCalledWith({ kind: 'failed', reason: 'why' });
  });

  test('that was stopped before its task came gets none', async () => {
    const { child, run } = supervise();
    child.send = vi.fn<(message: unknown) => void>();
    run.kill('stop');
    run.start(TASK, 900);
    expect(child.send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(0);
  });

  test('leaves no timer behind', async () => {
    const { child, run } = supervise();
    run.start(TASK, 900);
    child.exit({ code: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('how a process ended, in words', () => {
  test.each([
    [{ code: null, signal: 'SIGSEGV', stderrTail: '' }, 'signal SIGSEGV'],
    [{ code: 1, signal: null, stderrTail: '  \n' }, 'exit code 1'],
    [{ code: null, signal: null, stderrTail: 'spawn failed' }, 'no exit code: spawn failed'],
    [{ code: 3, signal: null, stderrTail: '\u001B[1;31ma\u001B[0m\r\n\n[E] b\u0000c\u0007' }, 'exit code 3: a [E] b c'],
  ])('%j', (exit, words) => {
    expect(exitInWords(exit)).toBe(words);
  });
});
