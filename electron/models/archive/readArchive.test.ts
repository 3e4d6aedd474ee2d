import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import {
  concatBytes,
  gnuLongName,
  paxHeader,
  tarEnd,
  tarEntry,
  tarGz,
  tarHeader,
  type TarHeaderOptions,
} from '../testing/tarBuilder.ts';
import { testFolder } from '../testing/testFolder.ts';
import { ArchiveError } from './archiveError.ts';
import { readArchive, type ReadArchiveOptions } from './readArchive.ts';

const folder = testFolder();
const text = (value: string) => new TextEncoder().encode(value);
const file = tarEntry('model.onnx', 'weights');

/** Reads everything; content as text. */
async function readAll(bytes: Uint8Array, options: ReadArchiveOptions = {}) {
  const path = await folder.write('a.tar.gz', bytes);
  const entries: Record<string, string> = {};
  const result = await readArchive(
    path,
    async ({ name, chunks }) => {
      let content = '';
      for await (const chunk of chunks) content += new TextDecoder().decode(chunk);
      entries[name] = content;
    },
    options,
  );
  return { entries, result };
}

async function refusal(bytes: Uint8Array, options: ReadArchiveOptions = {}): Promise<ArchiveError> {
  const error: unknown = await readAll(bytes, options).then(
    () => 'accepted',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ArchiveError);
  return error as ArchiveError;
}

describe('what readArchive reads', () => {
  it('tells every regular file with its content, and the digest of the archive', async () => {
    const bytes = tarGz(tarEntry('sub/', '', { type: '5' }), tarEntry('sub/a.txt', 'one'), tarEntry('b.txt', 'two'));
    const { entries, result } = await readAll(bytes);
    expect(entries).toEqual({ 'sub/a.txt': 'one', 'b.txt': 'two' });
    expect(result).toMatchObject({
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uncompressedBytes: 3584,
    });
  });

  it('skips what the callback leaves unread', async () => {
    const path = await folder.write('a.tar.gz', tarGz(tarEntry('a', 'x'.repeat(2000)), tarEntry('b', 'y')));
    const names: string[] = [];
    await readArchive(path, async ({ name, chunks }) => {
      names.push(name);
      for await (const chunk of chunks) if (chunk.length > 0) break;
    });
    expect(names).toEqual(['a', 'b']);
  });

  it('reads what GNU tar writes, in all its formats', async () => {
    mkdirSync(folder.at('sub'));
    const long = `${'long-name-'.repeat(15)}.bin`;
    await folder.write('sub/model.onnx', 'weights');
    await folder.write(`sub/${long}`, 'data');
    for (const format of ['gnu', 'posix']) {
      const bytes = execFileSync('tar', ['czf', '-', `--format=${format}`, '-C', folder.at('sub'), '.']);
      expect((await readAll(bytes)).entries).toEqual({ 'model.onnx': 'weights', [long]: 'data' });
    }
  });

  it('takes the long name of GNU, of PAX and of ustar’s prefix', async () => {
    const long = `dir/${'n'.repeat(150)}`;
    const gnu = concatBytes(gnuLongName(long), tarEntry('short', '1', { magic: 'gnu' }));
    const pax = concatBytes(paxHeader({ path: 'päx' }), tarEntry('short', '2'));
    const ustar = tarEntry('name', '3', { prefix: 'some/prefix' });
    expect((await readAll(tarGz(gnu, pax, ustar))).entries).toEqual({ [long]: '1', päx: '2', 'some/prefix/name': '3' });
  });

  it('takes the size from PAX, where the header has room for 8 GiB only', async () => {
    const bytes = tarGz(paxHeader({ size: '3' }), tarHeader({ name: 'a', size: 0 }), text('abc'), new Uint8Array(509));
    expect((await readAll(bytes)).entries).toEqual({ a: 'abc' });
  });

  it('takes a size in base 256', async () => {
    const sizeField = new Uint8Array(12);
    sizeField[0] = 0x80;
    sizeField[11] = 3;
    expect((await readAll(tarGz(tarEntry('a', 'abc', { sizeField })))).entries).toEqual({ a: 'abc' });
  });

  it('ignores a comment for all members, as git archive writes it', async () => {
    expect((await readAll(tarGz(paxHeader({ comment: 'abc' }, 'g'), file))).entries).toEqual({
      'model.onnx': 'weights',
    });
  });

  it('reads a name from before UTF-8 as Latin-1', async () => {
    const name = Uint8Array.of(0x63, 0xe9);
    expect((await readAll(tarGz(tarEntry(name, 'x')))).entries).toEqual({ cé: 'x' });
  });

  it('accepts an archive without its end when the last member is whole, as GNU tar does', async () => {
    expect((await readAll(gzipSync(file))).entries).toEqual({ 'model.onnx': 'weights' });
  });

  it('accepts zero padding behind the tar and behind the gzip', async () => {
    const bytes = concatBytes(gzipSync(concatBytes(file, tarEnd(), new Uint8Array(9000))), new Uint8Array(300_000));
    const { entries, result } = await readAll(bytes);
    expect(entries).toEqual({ 'model.onnx': 'weights' });
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('reads a gzip of several members as one', async () => {
    const tar = concatBytes(file, tarEnd());
    const bytes = concatBytes(gzipSync(tar.subarray(0, 300)), gzipSync(tar.subarray(300)));
    expect((await readAll(bytes)).entries).toEqual({ 'model.onnx': 'weights' });
  });

  it('reads an archive without files', async () => {
    expect((await readAll(tarGz())).entries).toEqual({});
  });

  it('tells its progress in compressed bytes', async () => {
    const seen: [number, number][] = [];
    const bytes = tarGz(file);
    await readAll(bytes, { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
  });

  it('stops when it is aborted', async () => {
    const controller = new AbortController();
    // Random bytes do not compress: most of the file is still to be read when the callback aborts.
    const path = await folder.write('a.tar.gz', tarGz(tarEntry('a', randomBytes(4_000_000)), file));
    const reading = readArchive(path, () => controller.abort(), { signal: controller.signal });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('passes on what the callback throws', async () => {
    const path = await folder.write('a.tar.gz', tarGz(file));
    await expect(readArchive(path, () => Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError);
  });

  it('says that a file is not there', async () => {
    const error: unknown = await readArchive(folder.at('gone'), () => undefined).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ kind: 'notFound' });
  });

  it('refuses a folder and a pipe without opening them', async () => {
    execFileSync('mkfifo', [folder.at('pipe')]);
    await expect(readArchive(folder.at('pipe'), () => undefined)).rejects.toMatchObject({ kind: 'model' });
    await expect(readArchive(folder.at(), () => undefined)).rejects.toMatchObject({ kind: 'model' });
  });
});

describe('what readArchive refuses as damaged', () => {
  const damaged: Record<string, [Uint8Array, RegExp]> = {
    'an empty file': [new Uint8Array(0), /The file is empty \(0 bytes\)/u],
    'a zip': [text('PK\u0003\u0004....'), /is a zip archive/u],
    'a tar that is not compressed': [concatBytes(file, tarEnd()), /a tar that is not compressed with gzip/u],
    'a web page': [text('<!DOCTYPE html><html>'), /an HTML page/u],
    'random bytes': [Uint8Array.of(0xde, 0xad, 0xbe, 0xef, 0xff), /not gzip-compressed/u],
    'a gzip of something else': [gzipSync(text('hello '.repeat(500))), /is not a tar archive/u],
    'a gzip of a short text': [gzipSync(text('hello')), /is not a tar archive/u],
    'a gzip of nothing': [gzipSync(new Uint8Array(0)), /The gzip is empty/u],
    'a gzip that is cut off': [tarGz(file).subarray(0, -20), /ends too early/u],
    'a gzip that is cut off in its checksum': [tarGz(file).subarray(0, -2), /ends too early/u],
    'a gzip with a wrong checksum': [flipped(tarGz(file), -6), /damaged/u],
    'text behind the gzip': [concatBytes(tarGz(file), text('hello')), /Other data follows/u],
    'text behind zeros behind the gzip': [
      concatBytes(tarGz(file), new Uint8Array(100_000), text('hello')),
      /Other data follows/u,
    ],
    'another gzip behind zeros behind the gzip': [
      concatBytes(tarGz(file), new Uint8Array(512), tarGz(file)),
      /Other data follows/u,
    ],
    'a tar that is cut off in a member': [gzipSync(tarEntry('a', 'x'.repeat(2000)).subarray(0, 1500)), /is cut off/u],
    'a tar that is cut off in the padding': [gzipSync(tarEntry('a', 'x').subarray(0, 600)), /is cut off/u],
    'a tar that is cut off in a header': [gzipSync(concatBytes(file, file.subarray(0, 100))), /is cut off/u],
    'a tar that is cut off behind a long name': [
      gzipSync(concatBytes(file, gnuLongName('x'))),
      /between the long name/u,
    ],
    'a wrong header checksum in the first member': [tarGz(tarEntry('a', '', { checksum: 1 })), /not a tar archive/u],
    'a wrong header checksum later': [tarGz(file, tarEntry('a', '', { checksum: 1 })), /wrong checksum/u],
    'a negative size': [
      tarGz(file, tarEntry('a', '', { sizeField: new Uint8Array(12).fill(0xff) })),
      /no readable size/u,
    ],
    'a size beyond all numbers': [tarGz(file, withSize(Uint8Array.of(0x80, 0xff, 0xff, 0xff, 0xff, 0xff))), /size/u],
    'a size with a gap': [tarGz(file, withSize(text('000 00000 11'))), /no readable size/u],
    'an empty size': [tarGz(file, withSize(text('            '))), /no readable size/u],
    'a PAX size that is no number': [tarGz(paxHeader({ size: '-5' }), file), /PAX record/u],
    'a PAX record that is longer than the rest': [tarGz(tarEntry('P', '99 path=evil\n', { type: 'x' }), file), /PAX/u],
    'a PAX record without a length': [tarGz(tarEntry('P', 'path=evil\n', { type: 'x' }), file), /PAX record/u],
  };
  it.each(Object.entries(damaged))('refuses %s', async (_what, [bytes, detail]) => {
    const error = await refusal(bytes);
    expect(error.failureId).toBe('not-tar-gz');
    expect(error.detail).toMatch(detail);
  });

  function flipped(bytes: Uint8Array, index: number): Uint8Array {
    const copy = Uint8Array.from(bytes);
    copy[copy.length + index] = (copy.at(index) ?? 0) ^ 1;
    return copy;
  }

  function withSize(sizeField: Uint8Array): Uint8Array {
    const field = new Uint8Array(12);
    field.set(sizeField);
    return tarEntry('a', '', { sizeField: field });
  }
});

describe('what readArchive refuses as hostile', () => {
  const link = (type: string): Partial<TarHeaderOptions> => ({ type, linkName: '../../etc/passwd' });
  const hostile: Record<string, [Uint8Array, RegExp]> = {
    'a symlink that leaves the archive': [tarGz(tarEntry('innocent', '', link('2'))), /“innocent” is a symbolic link/u],
    'a hard link': [tarGz(tarEntry('hard', '', link('1'))), /“hard” is a hard link/u],
    'a character device': [tarGz(tarEntry('dev', '', { type: '3' })), /“dev” is a character device/u],
    'a block device': [tarGz(tarEntry('dev', '', { type: '4' })), /“dev” is a block device/u],
    'a FIFO': [tarGz(tarEntry('pipe', '', { type: '6' })), /“pipe” is a FIFO/u],
    'a sparse file of GNU tar': [tarGz(tarEntry('holes', 'x', { type: 'S' })), /“holes” is a sparse file/u],
    'a sparse file of PAX': [tarGz(paxHeader({ 'GNU.sparse.major': '1' }), file), /a sparse file/u],
    'an unknown type': [tarGz(tarEntry('a', 'x', { type: 'Z' })), /of the unknown type “Z”/u],
    'an absolute path': [tarGz(tarEntry('/etc/passwd', 'x')), /“\/etc\/passwd” is an absolute path/u],
    'a path that leaves the archive': [tarGz(tarEntry('../model.onnx', 'x')), /leads out of its folder with “\.\.”/u],
    'a path that leaves the archive later': [tarGz(tarEntry('a/../../b', 'x')), /leads out of its folder/u],
    'a folder that leaves the archive': [tarGz(tarEntry('../', '', { type: '5' })), /leads out of its folder/u],
    'a path that leaves it by its PAX name': [tarGz(paxHeader({ path: '../x' }), file), /leads out of its folder/u],
    'a path that leaves it by its GNU name': [tarGz(gnuLongName('/x'), file), /absolute path/u],
    'a path that leaves it by its prefix': [tarGz(tarEntry('x', '', { prefix: '/etc' })), /absolute path/u],
    'a backslash': [tarGz(tarEntry('..\\..\\evil', 'x')), /holds a backslash/u],
    'a drive letter': [tarGz(tarEntry('C:evil', 'x')), /begins with a drive letter/u],
    'a control character': [tarGz(tarEntry('a\nb', 'x')), /“a\\u000ab” holds control characters/u],
    'a NUL in a PAX name': [tarGz(paxHeader({ path: 'a\0b' }), file), /holds control characters/u],
    'a name that turns the reading direction': [tarGz(tarEntry('a\u{202e}gpj.exe', 'x')), /control characters/u],
    'a nameless file': [tarGz(tarEntry('.', 'x')), /has no name/u],
    'two files of one name': [
      tarGz(file, tarEntry('./model.onnx', 'other')),
      /two members with the name “model\.onnx”/u,
    ],
    'a folder with a content': [tarGz(tarEntry('d/', 'x'.repeat(512), { type: '5' })), /folder “d\/” has a content/u],
    'data behind the end': [
      gzipSync(concatBytes(file, tarEnd(), tarEntry('b', 'x'), tarEnd())),
      /Data follows the end/u,
    ],
    'data behind a lone zero block': [gzipSync(concatBytes(file, new Uint8Array(512), file)), /Data follows the end/u],
    'one name for all members': [tarGz(paxHeader({ path: 'x' }, 'g'), file), /same name or size/u],
    'a name of many characters': [tarGz(gnuLongName('n'.repeat(2000)), file), /more than 1024 characters/u],
    'a huge metadata record': [tarGz(tarHeader({ name: 'P', type: 'x', size: 2 ** 30 })), /metadata record/u],
  };
  it.each(Object.entries(hostile))('refuses %s', async (_what, [bytes, detail]) => {
    const error = await refusal(bytes);
    expect(error.failureId).toBe('archive-hostile');
    expect(error.detail).toMatch(detail);
  });

  it('refuses too many entries', async () => {
    const many = Array.from({ length: 11 }, (_, index) => tarEntry(`file-${index}`));
    expect((await refusal(tarGz(...many), { limits: { maxEntries: 10 } })).detail).toMatch(/more than 10 entries/u);
  });

  it('refuses more bytes than the limit', async () => {
    const bomb = tarGz(tarEntry('zeros', new Uint8Array(2_000_000)));
    const error = await refusal(bomb, { limits: { maxUncompressedBytes: 1_000_000 } });
    expect(error.failureId).toBe('archive-hostile');
    expect(error.detail).toMatch(/more than 1000000 bytes/u);
  });

  it('refuses a decompression bomb, also inside of what is skipped, but not a small one', async () => {
    const bomb = tarGz(tarEntry('zeros', new Uint8Array(2_000_000)));
    const error = await refusal(bomb, { limits: { ratioFreeBytes: 1_000_000 } });
    expect(error.detail).toMatch(/decompression bomb/u);
    await expect(readAll(bomb)).resolves.toBeDefined();
  });
});
