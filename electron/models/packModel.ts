import { basename, extname } from 'node:path';
import { AppError } from '../../shared/errors/appError.ts';
import { isHidden, normalisePath, unsafePathReason } from './archive/entryName.ts';
import { packArchive, type FileToPack, type PackArchiveOptions } from './archive/packArchive.ts';
import { toModelError } from './modelError.ts';
import { externalDataFiles } from './onnx/externalData.ts';
import { readOnnxHeaderFromFile } from './onnx/readOnnxHeader.ts';

/** The name of a bare model inside its archive: its own, made to end in .onnx as Neo's loader wants it. */
export function modelEntryName(path: string): string {
  const own = basename(path);
  const name = own.endsWith('.onnx') ? own : `${basename(own, extname(own))}.onnx`;
  const isPlain = !isHidden(name) && unsafePathReason(name) === null && normalisePath(name) === name;
  return isPlain ? name : 'model.onnx';
}

async function filesOf(path: string): Promise<FileToPack[]> {
  const { externalData } = await readOnnxHeaderFromFile(path);
  const data = await externalDataFiles(path, externalData);
  const model = { name: modelEntryName(path), path };
  const clash = data.find(({ location }) => location.endsWith('.onnx'));
  if (clash) {
    throw new AppError({
      kind: 'model',
      message: `The model keeps weights in ${clash.location}, which would be a second .onnx file in the archive.`,
      hint: 'Save the model with data files that end in .data or .bin.',
      code: 'onnx-several',
    });
  }
  return [model, ...data.map(({ location, path: dataPath }) => ({ name: location, path: dataPath }))];
}

/**
 * Packs a bare .onnx file, with the files that hold its external weights, into a model.tar.gz.
 * @returns size and hex SHA-256 of the archive
 * @throws {AppError} `model`, `notFound`, or `cancelled`; nothing is left at the destination
 */
export async function packModelArchive(
  path: string,
  destinationPath: string,
  options: PackArchiveOptions = {},
): Promise<{ sizeBytes: number; sha256: string }> {
  try {
    return await packArchive(await filesOf(path), destinationPath, options);
  } catch (error) {
    throw toModelError(error, options.signal);
  }
}
