import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { compileTaskSchema } from '../../../shared/compile/compileTask.ts';
import { connectToParent } from '../../process/parentChannel.ts';
import { compileScriptSchema } from './compileScript.ts';

/** Stands in for the compile process: the "archive" is a script that says what happens. */
const parent = connectToParent();
parent.onMessage((message) => void play(message));
parent.send({ kind: 'ready' });

async function play(message: unknown): Promise<void> {
  const task = compileTaskSchema.parse(message);
  const script = compileScriptSchema.parse(JSON.parse(await readFile(task.archivePath, 'utf8')));
  await delay(script.delayMs);
  if (script.end === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (script.end === 'exit') process.exit(7);
  if (script.end === 'block') for (;;);
  const artifact = gzipSync(Buffer.alloc(200_000, task.jobName));
  await writeFile(task.artifactPath, artifact.subarray(0, 100));
  await delay(script.writeMs);
  await writeFile(task.artifactPath, artifact);
  parent.send({
    kind: 'done',
    artifactDigest: 'cd'.repeat(64),
    artifactBytes: artifact.length,
    derivedDataInputConfig: null,
  });
}
