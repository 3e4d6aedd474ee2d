import { latin1 } from './latin1.ts';

/** How many bytes from the start of a file {@link describeFileKind} wants to see. */
export const FILE_HEAD_BYTES = 512;

const startsWith = (text: string) => (head: string) => head.startsWith(text);

/** Files that people take for a model or an archive, by how they begin. The first that fits wins. */
const FILE_KINDS: readonly { isThis: (head: string) => boolean; is: string }[] = [
  { isThis: startsWith('version https://git-lfs'), is: 'a Git LFS pointer, not the file itself: run “git lfs pull”' },
  {
    isThis: (head) => /^\s*(?:<!doctype html|<html|<head)/iu.test(head),
    is: 'an HTML page, perhaps of a failed download',
  },
  { isThis: (head) => /^\s*<\?xml/iu.test(head), is: 'an XML document' },
  { isThis: startsWith('PK'), is: 'a zip archive (PyTorch and Keras files are zips, too)' },
  {
    isThis: (head) => head.slice(4, 8) === 'ORTM',
    is: 'in the ORT format: compiled already; the original .onnx is needed',
  },
  { isThis: (head) => head.slice(4, 8) === 'TFL3', is: 'a TensorFlow Lite model' },
  { isThis: startsWith('\u0089HDF\r\n'), is: 'an HDF5 file, such as a Keras .h5' },
  { isThis: startsWith('\u001f\u008b'), is: 'a gzip file' },
  { isThis: startsWith('BZh'), is: 'compressed with bzip2' },
  { isThis: startsWith('\u00fd7zXZ\0'), is: 'compressed with xz' },
  { isThis: startsWith('(\u00b5/\u00fd'), is: 'compressed with Zstandard' },
  { isThis: startsWith("7z\u00bc\u00af'\u001c"), is: 'a 7-Zip archive' },
  { isThis: (head) => head.slice(257, 262) === 'ustar', is: 'a tar that is not compressed with gzip' },
  { isThis: startsWith('\u0080\u0002'), is: 'a Python pickle' },
  { isThis: (head) => /^\s*[{[]/u.test(head), is: 'a JSON text' },
  { isThis: (head) => /^\0+$/u.test(head), is: 'filled with zeros, perhaps an unfinished download' },
  { isThis: (head) => /^[\t\n\r\u0020-\u007e]+$/u.test(head), is: 'a plain text' },
];

/** What a file is that is not what was expected, as the end of the sentence “The file is …”; null when unknown. */
export function describeFileKind(head: Uint8Array): string | null {
  if (head.length === 0) return 'empty (0 bytes)';
  const text = latin1(head);
  return FILE_KINDS.find(({ isThis }) => isThis(text))?.is ?? null;
}

/** Gzip's magic number and its only method, RFC 1952. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
