import { readdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChildProcess, ForkProcess, ProcessExit } from '../process/childProcess.ts';
import { forkNodeProcess } from '../process/forkNodeProcess.ts';
import { createInspector, type Inspector } from './inspectorClient.ts';
import { bytesField, joinBytes, varintField } from './protobuf/message.ts';
import { REAL_MODELS } from './testing/realModels.ts';
import { testFolder } from './testing/testFolder.ts';

const folder = testFolder();
let inspector: Inspector | undefined;
afterEach(() => inspector?.dispose());

/** Counts the processes that are started, and hands them out to be killed. */
function counting(fork: ForkProcess) {
  const children: ChildProcess[] = [];
  return {
    children,
    fork: ((entry) => {
      const child = fork(entry);
      children.push(child);
      return child;
    }) satisfies ForkProcess,
  };
}

/** A process that does what the test says: for what a real one does too rarely. */
class FakeProcess implements ChildProcess {
  readonly pid = 1;
  readonly sent: { id: number; kind: string }[] = [];
  killed = false;
  #onMessage: (message: unknown) => void = () => undefined;
  #onExit: (exit: ProcessExit) => void = () => undefined;

  send(message: unknown): void {
    this.sent.push(message as { id: number; kind: string });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener;
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#onExit = listener;
  }

  kill(): void {
    this.killed = true;
  }

  reply(message: Record<string, unknown>): void {
    this.#onMessage({ id: this.sent.at(-1)?.id, ...message });
  }

  exit(exit: Partial<ProcessExit> = {}): void {
    this.#onExit({ code: null, signal: null, stderrTail: '', ...exit });
  }
}

/** An inspector over fake processes. */
function faked(options: Parameters<typeof createInspector>[1] = {}) {
  const processes: FakeProcess[] = [];
  inspector = createInspector(() => {
    const fake = new FakeProcess();
    processes.push(fake);
    return fake;
  }, options);
  return { inspector, processes };
}

const nextTurn = () => new Promise((resolve) => void setTimeout(resolve, 5));

describe('the inspector over a real process', { timeout: 30_000 }, () => {
  it('inspects, packs and reads in one process', async () => {
    const { fork, children } = counting(forkNodeProcess);
    inspector = createInspector(fork);
    const bare = await inspector.inspect(REAL_MODELS.blazeFace);
    const seen: number[] = [];
    const packed = await inspector.pack(REAL_MODELS.blazeFace, folder.at('model.tar.gz'), {
      onProgress: (done, total) => seen.push(done / total),
    });
    const summary = await inspector.inspect(folder.at('model.tar.gz'));
    const artifact = await inspector.readArtifact(folder.at('model.tar.gz'));
    expect(bare.nodeCount).toBe(104);
    expect(summary).toMatchObject({ ...packed, inputs: bare.inputs });
    expect(artifact).toEqual({ entries: [{ name: bare.fileName, size: bare.sizeBytes }], manifest: null });
    expect(seen.length).toBeGreaterThan(0);
    expect(children).toHaveLength(1);
  });

  it('passes on the error of the process as it is', async () => {
    inspector = createInspector(forkNodeProcess);
    const path = await folder.write('model.tar.gz', 'hello');
    await expect(inspector.inspect(path)).rejects.toMatchObject({
      name: 'AppError',
      kind: 'model',
      code: 'not-tar-gz',
    });
    await expect(inspector.inspect(folder.at('gone'))).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('cancels a packing, which leaves nothing, and goes on with the same process', async () => {
    const { fork, children } = counting(forkNodeProcess);
    inspector = createInspector(fork);
    const tensor = joinBytes([bytesField(8, 'w'), bytesField(9, randomBytes(40_000_000))]);
    const path = await folder.write('big.onnx', joinBytes([varintField(1, 8), bytesField(7, bytesField(5, tensor))]));
    const controller = new AbortController();
    const packing = inspector.pack(path, folder.at('model.tar.gz'), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(packing).rejects.toMatchObject({ kind: 'cancelled' });
    expect(readdirSync(folder.at())).toEqual(['big.onnx']);
    expect((await inspector.inspect(path)).sizeBytes).toBeGreaterThan(40_000_000);
    expect(children).toHaveLength(1);
  });

  it('fails when the process is killed at work, leaves nothing, and starts a new one for the next request', async () => {
    const { fork, children } = counting(forkNodeProcess);
    inspector = createInspector(fork);
    const tensor = joinBytes([bytesField(8, 'w'), bytesField(9, randomBytes(40_000_000))]);
    const path = await folder.write('big.onnx', joinBytes([varintField(1, 8), bytesField(7, bytesField(5, tensor))]));
    const packing = inspector.pack(path, folder.at('model.tar.gz'), { onProgress: () => children[0]?.kill() });
    await expect(packing).rejects.toMatchObject({
      kind: 'model',
      message: 'The file could not be read: the reader process ended unexpectedly (SIGKILL).',
    });
    expect(readdirSync(folder.at())).toEqual(['big.onnx']);
    expect((await inspector.inspect(REAL_MODELS.blazeFace)).nodeCount).toBe(104);
    expect(children).toHaveLength(2);
  });
});

describe('the inspector', () => {
  const done = { kind: 'done', result: { sizeBytes: 1, sha256: 'a' } };

  it('fails when the process falls silent, and kills it', async () => {
    const { inspector: client, processes } = faked({ timeoutMs: 30, killGraceMs: 10 });
    await expect(client.inspect('/m')).rejects.toMatchObject({ kind: 'model', message: /did not answer/u });
    expect(processes[0]?.killed).toBe(true);
  });

  it('waits on as long as there is progress', async () => {
    const { inspector: client, processes } = faked({ timeoutMs: 400 });
    const packing = client.pack('/m', folder.at('out'));
    await nextTurn();
    for (let time = 0; time < 4; time += 1) {
      processes[0]?.reply({ kind: 'progress', bytesDone: time, bytesTotal: 4 });
      await new Promise((resolve) => void setTimeout(resolve, 150));
    }
    processes[0]?.reply(done);
    await expect(packing).resolves.toEqual(done.result);
  });

  it('fails when the process could not be started, with what it wrote', async () => {
    const { inspector: client, processes } = faked();
    const inspecting = client.inspect('/m');
    await nextTurn();
    processes[0]?.exit({ stderrTail: 'no memory' });
    await expect(inspecting).rejects.toMatchObject({ kind: 'model', details: 'no memory' });
  });

  it('kills a process that does not stop when it is told to', async () => {
    const { inspector: client, processes } = faked({ cancelGraceMs: 10, killGraceMs: 10 });
    const controller = new AbortController();
    const inspecting = client.inspect('/m', { signal: controller.signal });
    await nextTurn();
    controller.abort();
    await expect(inspecting).rejects.toMatchObject({ kind: 'cancelled' });
    expect(processes[0]?.sent.map(({ kind }) => kind)).toEqual(['inspect', 'cancel']);
    expect(processes[0]?.killed).toBe(true);
  });

  it('starts nothing for a request that is cancelled already', async () => {
    const { inspector: client, processes } = faked();
    await expect(client.inspect('/m', { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled' });
    expect(processes).toHaveLength(0);
  });

  it('starts a second process for a request meanwhile, and lets a third request wait', async () => {
    const { inspector: client, processes } = faked();
    const packings = ['1', '2', '3'].map((name) => client.pack('/m', folder.at(name)));
    await nextTurn();
    expect(processes).toHaveLength(2);
    processes[1]?.reply(done);
    await packings[1];
    await nextTurn();
    expect(processes[1]?.sent).toHaveLength(2);
    processes[0]?.reply(done);
    processes[1]?.reply(done);
    await expect(Promise.all(packings)).resolves.toHaveLength(3);
    expect(processes).toHaveLength(2);
  });

  it('cancels a request that still waits', async () => {
    const { inspector: client, processes } = faked();
    const busy = [client.inspect('/1'), client.inspect('/2')].map((call) => call.catch(() => undefined));
    const controller = new AbortController();
    const waiting = client.inspect('/3', { signal: controller.signal });
    await nextTurn();
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
    for (const fake of processes) fake.exit();
    await Promise.all(busy);
  });

  it('ends an idle process after a while, and starts another when it is needed', async () => {
    const { inspector: client, processes } = faked({ idleMs: 10 });
    const first = client.pack('/m', folder.at('1'));
    await nextTurn();
    processes[0]?.reply(done);
    await first;
    await new Promise((resolve) => void setTimeout(resolve, 40));
    expect(processes[0]?.killed).toBe(true);
    const second = client.pack('/m', folder.at('2'));
    await nextTurn();
    processes[1]?.reply(done);
    await second;
  });

  it('does not use an idle process that died meanwhile', async () => {
    const { inspector: client, processes } = faked();
    const first = client.pack('/m', folder.at('1'));
    await nextTurn();
    processes[0]?.reply(done);
    await first;
    processes[0]?.exit();
    const second = client.pack('/m', folder.at('2'));
    await nextTurn();
    processes[1]?.reply(done);
    await expect(second).resolves.toEqual(done.result);
  });

  it('refuses a result that is not what was asked for', async () => {
    const { inspector: client, processes } = faked();
    const inspecting = client.inspect('/m');
    await nextTurn();
    processes[0]?.reply({ kind: 'done', result: { framework: 'nonsense' } });
    await expect(inspecting).rejects.toThrow(/framework/u);
  });

  it('fails everything when it is disposed of, and everything after', async () => {
    const { inspector: client, processes } = faked({ killGraceMs: 10 });
    const calls = Promise.allSettled(['/1', '/2', '/3'].map((path) => client.inspect(path)));
    await nextTurn();
    client.dispose();
    const cancelled = { status: 'rejected', reason: { kind: 'cancelled' } };
    expect(await calls).toMatchObject([cancelled, cancelled, cancelled]);
    await expect(client.inspect('/4')).rejects.toMatchObject({ kind: 'cancelled' });
    expect(processes.every(({ killed }) => killed)).toBe(true);
  });
});
