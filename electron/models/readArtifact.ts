import { manifestSchema, MANIFEST_ENTRY, type Manifest } from '../../shared/compile/manifest.ts';
import { readArchive } from './archive/readArchive.ts';
import type { InspectOptions } from './inspectModel.ts';
import { joinBytes } from './protobuf/message.ts';
import { toModelError } from './modelError.ts';

/** A member of a compiled artifact. */
export interface ArtifactEntry {
  name: string;
  /** Bytes. */
  size: number;
}

export interface ArtifactContents {
  entries: ArtifactEntry[];
  /** What the local runner wrote about the compilation; null for artifacts that come from elsewhere. */
  manifest: Manifest | null;
}

const MAX_MANIFEST_BYTES = 1024 ** 2;

/** Anything that is not our manifest is just a file of that name: artifacts of AWS hold what they like. */
function parseManifest(bytes: Uint8Array): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
  return joinBytes(parts);
}

/**
 * Lists a compiled artifact and reads the local runner's manifest in it.
 * @throws {AppError} `model`, `notFound` or `cancelled`
 */
export async function readArtifact(path: string, options: InspectOptions = {}): Promise<ArtifactContents> {
  const entries: ArtifactEntry[] = [];
  let manifest: Manifest | null = null;
  try {
    await readArchive(
      path,
      async ({ name, size, chunks }) => {
        entries.push({ name, size });
        if (name === MANIFEST_ENTRY && size <= MAX_MANIFEST_BYTES) manifest = parseManifest(await readAll(chunks));
      },
      options,
    );
  } catch (error) {
    throw toModelError(error, options.signal);
  }
  return { entries, manifest };
}
