/** A place in a text: 1-based line and column (in UTF-16 units, as editors count), 0-based offset. */
export interface TextPosition {
  offset: number;
  line: number;
  column: number;
}

/** Positions in one text. The line starts are found once: a text of a megabyte has a position for each of its values. */
export class TextPositions {
  readonly #length: number;
  readonly #lineStarts: number[] = [0];

  constructor(text: string) {
    this.#length = text.length;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) this.#lineStarts.push(end + 1);
  }

  /** The position of an offset; one beyond the text is its end. */
  at(offset: number): TextPosition {
    const within = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= within) low = middle;
      else high = middle;
    }
    return { offset: within, line: low + 1, column: within - (this.#lineStarts[low] ?? 0) + 1 };
  }
}
