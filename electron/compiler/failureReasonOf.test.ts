import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFailure } from '../../shared/failures/failureCatalog.ts';
import { ArchiveError } from '../models/archive/archiveError.ts';
import { ShapeMismatchError } from '../models/onnx/fixShapes.ts';
import { CompileFailure } from './compileFailure.ts';
import { failureReasonOf } from './failureReasonOf.ts';
import { pathRedactor } from './redact.ts';

const workDirectory = join(homedir(), 'edgewright', 'work', 'job-1');
const archivePath = join(homedir(), 'store', 'bucket', 'model.tar.gz');
const redact = pathRedactor({ workDirectory, archivePath });
const reasonOf = (error: unknown) => failureReasonOf(error, redact);

describe('failureReasonOf', () => {
  it.each([
    [new CompileFailure('parity-failed', { detail: 'Output y is off.' }), 'parity-failed'],
    [new ArchiveError('onnx-several', 'Found two.'), 'onnx-several'],
    [new ShapeMismatchError('input-shape', 'x', 'It has rank 4.'), 'input-shape'],
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'disk-full'],
    [new Error('Protobuf serialization failed.'), 'disk-full'],
    [new TypeError('x is not a function'), 'unexpected'],
    ['a thrown text', 'unexpected'],
  ])('gives %s its place in the catalogue', (error, failureId) => {
    expect(findFailure(reasonOf(error))?.id).toBe(failureId);
  });

  it('keeps the place inside the work directory and drops the rest of the path', () => {
    const reason = reasonOf(new Error(`ENOENT: no such file, open '${workDirectory}/source/weights.bin'`));
    expect(reason).toContain("open 'source/weights.bin'");
    expect(reason).not.toContain(homedir());
  });

  it('drops the store in which the archive lies, and the home folder', () => {
    const reason = reasonOf(new Error(`EACCES: ${archivePath}, and ${join(homedir(), 'elsewhere')}`));
    expect(reason).toContain(`EACCES: model.tar.gz, and ${join('~', 'elsewhere')}`);
  });

  it('cuts long texts at a word, below the limit of 1,024 characters', () => {
    const reason = reasonOf(
      new CompileFailure('input-missing', { input: 'name '.repeat(500), detail: 'word '.repeat(500) }),
    );
    expect(reason.length).toBeLessThanOrEqual(1_024);
    expect(reason).toMatch(/name…\) not specified .*word…$/u);
  });
});
