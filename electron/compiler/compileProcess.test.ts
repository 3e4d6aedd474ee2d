import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileMessageSchema, type CompileMessage } from '../../shared/compile/compileTask.ts';
import { buildAddModel, buildSlowModel } from '../models/testing/sampleModels.ts';
import type { ChildProcess, ProcessExit } from '../process/childProcess.ts';
import { forkNodeProcess } from '../process/forkNodeProcess.ts';
import { compileTask, listFolder, MODELS } from './testing/compileFixture.ts';

interface Run {
  child: ChildProcess;
  messages: CompileMessage[];
  exit: Promise<ProcessExit>;
  /** Resolves when a message of the kind, and for stages of that stage, has come. */
  seen(wanted: string): Promise<void>;
}

function start(): Run {
  const child = forkNodeProcess('compile');
  onTestFinished(() => child.kill());
  const messages: CompileMessage[] = [];
  const watchers: { wanted: string; tell: () => void }[] = [];
  const labelOf = (message: CompileMessage) => (message.kind === 'stage' ? message.stage : message.kind);
  child.onMessage((raw) => {
    const message = compileMessageSchema.parse(raw);
    messages.push(message);
    for (const { wanted, tell } of watchers) if (wanted === labelOf(message)) tell();
  });
  return {
    child,
    messages,
    exit: new Promise((resolve) => child.onExit(resolve)),
    seen: (wanted) => new Promise((tell) => watchers.push({ wanted, tell })),
  };
}

describe('the compile process', () => {
  it('announces itself, tells the stages, sends one result and exits with 0', async () => {
    const task = await compileTask({ path: MODELS.faceFront });
    const { child, messages, exit } = start();
    child.send(task);
    expect(await exit).toMatchObject({ code: 0, signal: null, stderrTail: '' });

    expect(messages[0]).toEqual({ kind: 'ready' });
    expect(messages.flatMap((message) => (message.kind === 'stage' ? [message.stage] : []))).toEqual([
      'reading',
      'specialising',
      'optimising',
      'verifying',
      'packing',
    ]);
    const artifact = await readFile(task.artifactPath);
    expect(messages.filter(({ kind }) => kind === 'done' || kind === 'failed')).toEqual([
      {
        kind: 'done',
        artifactDigest: createHash('blake2b512').update(artifact).digest('hex'),
        artifactBytes: artifact.length,
        derivedDataInputConfig: '{"input:0":[1,128,128,3]}',
      },
    ]);
    expect(messages.at(-1)?.kind).toBe('done');
    expect(messages.flatMap((message) => (message.kind === 'log' ? [message.text] : [])).join('\n')).not.toContain(
      task.workDirectory,
    );
  });

  it('sends one failure with its reason, leaves nothing behind and exits with 0', async () => {
    const task = await compileTask({ bytes: buildAddModel().subarray(0, -9) });
    const { child, messages, exit } = start();
    child.send(task);
    expect(await exit).toMatchObject({ code: 0 });
    const last = messages.at(-1);
    expect(last?.kind === 'failed' && last.reason).toMatch(
      /^ClientError: InputConfiguration: Framework cannot load ONNX/u,
    );
    expect(messages.filter(({ kind }) => kind === 'failed' || kind === 'done')).toHaveLength(1);
    expect(await listFolder(task.workDirectory)).toEqual([]);
  });

  it('answers a message that is no task with a failure', async () => {
    const { child, messages, exit } = start();
    child.send({ nonsense: true });
    expect(await exit).toMatchObject({ code: 0 });
    expect(messages.at(-1)).toMatchObject({ kind: 'failed' });
  });

  it('takes one task only', async () => {
    const first = await compileTask({ bytes: buildAddModel() });
    const second = await compileTask({ bytes: buildAddModel() });
    const { child, messages, exit } = start();
    child.send(first);
    child.send(second);
    await exit;
    expect(messages.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(await listFolder(second.workDirectory)).toEqual([]);
  });

  it('ends within a second when it is killed while ONNX Runtime works, and leaves no artifact', async () => {
    const task = await compileTask({ bytes: buildSlowModel(100_000_000) });
    const { child, messages, exit, seen } = start();
    child.send(task);
    await seen('verifying');
    // The process is inside of a native call by then, and answers nobody.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const killedAt = performance.now();
    child.kill();
    expect(await exit).toMatchObject({ signal: 'SIGKILL' });
    expect(performance.now() - killedAt).toBeLessThan(1_000);
    expect(messages.some(({ kind }) => kind === 'done' || kind === 'failed')).toBe(false);
    expect(await listFolder(task.workDirectory)).not.toContain('artifact.tar.gz');
  });
});
