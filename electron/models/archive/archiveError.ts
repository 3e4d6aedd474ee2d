/** Ids of `shared/failures` that reading an archive or a model can end in. */
export type ArchiveFailureId =
  'not-tar-gz' | 'archive-hostile' | 'archive-empty' | 'onnx-missing' | 'onnx-several' | 'onnx-unreadable';

/** An archive or a model file that is refused: which known failure it is, and what exactly was found. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly failureId: ArchiveFailureId;
  /** One or two sentences for people; names the member where there is one. */
  readonly detail: string;

  constructor(failureId: ArchiveFailureId, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.failureId = failureId;
    this.detail = detail;
  }
}

const MAX_QUOTED_CHARACTERS = 120;

/** A name out of a file as it can be shown: control characters escaped, long names shortened in the middle. */
export function quoteName(name: string): string {
  const half = MAX_QUOTED_CHARACTERS / 2;
  const short = name.length > MAX_QUOTED_CHARACTERS ? `${name.slice(0, half)}…${name.slice(-half)}` : name;
  const visible = short.replaceAll(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `“${visible}”`;
}

const MAX_LISTED_NAMES = 5;

/** Names for a sentence: the first few, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED_NAMES).map(quoteName).join(', ');
  const more = names.length - MAX_LISTED_NAMES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
