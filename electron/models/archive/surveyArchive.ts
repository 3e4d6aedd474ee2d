import { externalDataEntries } from '../onnx/externalData.ts';
import type { OnnxHeader } from '../onnx/onnxHeader.ts';
import { readOnnxHeaderFromChunks } from '../onnx/readOnnxHeader.ts';
import { ArchiveError, listNames, quoteName } from './archiveError.ts';
import { isHidden, isOnnxName } from './entryName.ts';
import { readArchive, type ReadArchiveOptions, type ReadArchiveResult } from './readArchive.ts';
import type { ArchiveEntry } from './tarReader.ts';

export interface ArchiveSurvey {
  archive: ReadArchiveResult;
  /** Name of the one .onnx file. */
  modelEntry: string;
  header: OnnxHeader;
  /** All other files that are not hidden, in the archive's order. */
  otherEntries: string[];
  /** The members with the model's external weights: checked location → name of the member. */
  externalEntries: Map<string, string>;
}

interface SurveyOptions extends ReadArchiveOptions {
  /** Is handed the bytes of the first .onnx file, before anything is known about it. */
  onModelBytes?: ((chunk: Uint8Array) => Promise<void>) | undefined;
}

async function* tee(chunks: AsyncIterable<Uint8Array>, onChunk: SurveyOptions['onModelBytes']) {
  for await (const chunk of chunks) {
    await onChunk?.(chunk);
    yield chunk;
  }
}

/** Exactly one .onnx, counted as Neo's loader does: any depth, hidden files not, case matters. */
function theOnlyModel(models: readonly string[], visible: readonly string[], fileCount: number): string {
  if (visible.length === 0) {
    const detail = fileCount === 0 ? 'The archive holds no file at all.' : 'The archive holds only hidden files.';
    throw new ArchiveError('archive-empty', detail);
  }
  const [model, ...more] = models;
  if (model === undefined) throw new ArchiveError('onnx-missing', `The archive holds: ${listNames(visible)}.`);
  if (more.length > 0) throw new ArchiveError('onnx-several', `The archive holds: ${listNames(models)}.`);
  return model;
}

/**
 * Reads an archive once, from start to end, and finds the one ONNX model in it.
 * @throws {ArchiveError} for an archive that is damaged, unsafe, or holds no, several or an unreadable model
 */
export async function surveyArchive(path: string, options: SurveyOptions = {}): Promise<ArchiveSurvey> {
  const names = new Set<string>();
  const models: string[] = [];
  // How many models there are comes first: only with one does it matter whether that one is readable.
  let unreadable: ArchiveError | null = null;
  let header: OnnxHeader | null = null;

  const readModel = async ({ name, chunks }: ArchiveEntry) => {
    try {
      header = await readOnnxHeaderFromChunks(tee(chunks, options.onModelBytes));
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.failureId !== 'onnx-unreadable') throw error;
      unreadable = new ArchiveError(error.failureId, `In the archive, ${quoteName(name)}: ${error.detail}`, {
        cause: error,
      });
    }
  };
  const archive = await readArchive(
    path,
    async (entry) => {
      names.add(entry.name);
      if (!isOnnxName(entry.name)) return;
      models.push(entry.name);
      if (models.length === 1) await readModel(entry);
    },
    options,
  );

  const visible = [...names].filter((name) => !isHidden(name));
  const modelEntry = theOnlyModel(models, visible, names.size);
  if (unreadable ?? !header) throw unreadable ?? new Error('The model was not read');
  const found: OnnxHeader = header;
  return {
    archive,
    modelEntry,
    header: found,
    otherEntries: visible.filter((name) => name !== modelEntry),
    externalEntries: externalDataEntries(modelEntry, found.externalData, names),
  };
}
