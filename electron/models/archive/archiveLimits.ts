/** Bounds that a hostile archive runs into before it can fill the disk, the memory or the day. */
export interface ArchiveLimits {
  /** Headers of any kind: files, folders and the metadata between them. */
  maxEntries: number;
  /** Bytes of the whole tar, inflated. */
  maxUncompressedBytes: number;
  /** Inflated bytes per compressed byte… */
  maxRatio: number;
  /** …which counts only after this many inflated bytes: small models of zeros are fine. */
  ratioFreeBytes: number;
  /** Characters of a member's whole name. */
  maxNameLength: number;
  /** Bytes of one metadata record (PAX, GNU long name). */
  maxMetadataBytes: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Generous for every model that fits a compile job, and finite. */
export const DEFAULT_ARCHIVE_LIMITS: Readonly<ArchiveLimits> = {
  maxEntries: 10_000,
  maxUncompressedBytes: 64 * GIB,
  maxRatio: 200,
  ratioFreeBytes: 100 * MIB,
  maxNameLength: 1024,
  maxMetadataBytes: MIB,
};
