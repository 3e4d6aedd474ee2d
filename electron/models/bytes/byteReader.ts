import type { ByteSource } from './byteSource.ts';

/** The bytes ended before what was announced; the message is the end of a sentence. */
export class UnexpectedEndError extends Error {
  override readonly name = 'UnexpectedEndError';
}

const NO_BYTES = new Uint8Array(0);

/**
 * Reads a {@link ByteSource} forwards, keeping no more than the current chunk. What is buffered can be read without
 * awaiting (`buffer`, `advance`), which is what makes walking millions of small fields affordable.
 */
export class ByteReader {
  readonly #source: ByteSource;
  #buffer: Uint8Array = NO_BYTES;
  #offset = 0;
  #position = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Bytes read or skipped so far. */
  get position(): number {
    return this.#position;
  }

  get buffered(): number {
    return this.#buffer.length - this.#offset;
  }

  /** What is buffered, from {@link offset} on; valid until the next awaited call. */
  get buffer(): Uint8Array {
    return this.#buffer;
  }

  /** Where in the {@link buffer} the reader stands. */
  get offset(): number {
    return this.#offset;
  }

  /** Moves over bytes that are buffered. */
  advance(count: number): void {
    if (count > this.buffered) throw new RangeError('More than is buffered');
    this.#offset += count;
    this.#position += count;
  }

  /** Buffers at least `count` bytes; false when fewer are left. */
  async ensure(count: number): Promise<boolean> {
    while (this.buffered < count) {
      // Not `slice`: a Buffer's slice is a view, and the source may reuse its memory.
      const kept = this.buffered === 0 ? NO_BYTES : new Uint8Array(this.#buffer.subarray(this.#offset));
      const chunk = await this.#source.next();
      if (!chunk) return false;
      this.#offset = 0;
      if (kept.length === 0) {
        this.#buffer = chunk;
      } else {
        this.#buffer = new Uint8Array(kept.length + chunk.length);
        this.#buffer.set(kept, 0);
        this.#buffer.set(chunk, kept.length);
      }
    }
    return true;
  }

  /**
   * A copy of the next `count` bytes; the caller bounds `count`.
   * @throws {UnexpectedEndError} when fewer are left
   */
  async take(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count);
    let filled = 0;
    while (filled < count) {
      const part = await this.chunk(count - filled);
      if (!part) throw new UnexpectedEndError(`${count - filled} bytes are missing at offset ${this.#position}`);
      taken.set(part, filled);
      filled += part.length;
    }
    return taken;
  }

  /** The next bytes as they come, at most `limit`, without a copy: valid until the next call; null at the end. */
  async chunk(limit: number): Promise<Uint8Array | null> {
    if (this.buffered === 0 && !(await this.ensure(1))) return null;
    const part = this.#buffer.subarray(this.#offset, this.#offset + limit);
    this.advance(part.length);
    return part;
  }

  /**
   * Leaves out `count` bytes.
   * @throws {UnexpectedEndError} when fewer are left
   */
  async skip(count: number): Promise<void> {
    const fromBuffer = Math.min(count, this.buffered);
    this.advance(fromBuffer);
    if (fromBuffer === count) return;
    const skipped = await this.#source.skip(count - fromBuffer);
    this.#position += skipped;
    const missing = count - fromBuffer - skipped;
    if (missing > 0) throw new UnexpectedEndError(`${missing} bytes are missing at offset ${this.#position}`);
  }
}
