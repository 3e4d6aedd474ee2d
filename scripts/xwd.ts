/** An image as rows of red, green, blue bytes. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

const COLOUR_ENTRY_BYTES = 12;
const LEAST_SIGNIFICANT_FIRST = 0;

/** Reads an X window dump (format 7, 32 bits per pixel), as Xvfb's `-fbdir` keeps it. */
export function readXwd(file: Buffer): RgbImage {
  const field = (index: number): number => file.readUInt32BE(index * 4);
  const [headerBytes, version, , , width, height] = [field(0), field(1), field(2), field(3), field(4), field(5)];
  const [byteOrder, bitsPerPixel, bytesPerLine, colourCount] = [field(7), field(11), field(12), field(19)];
  if (version !== 7 || bitsPerPixel !== 32) throw new Error(`Not a 32-bit X window dump (version ${version})`);

  const start = headerBytes + colourCount * COLOUR_ENTRY_BYTES;
  const [red, green, blue] = byteOrder === LEAST_SIGNIFICANT_FIRST ? [2, 1, 0] : [1, 2, 3];
  const pixels = Buffer.alloc(width * height * 3);
  let target = 0;
  for (let y = 0; y < height; y += 1) {
    let source = start + y * bytesPerLine;
    for (let x = 0; x < width; x += 1, source += 4) {
      pixels[target++] = file[source + red] ?? 0;
      pixels[target++] = file[source + green] ?? 0;
      pixels[target++] = file[source + blue] ?? 0;
    }
  }
  return { width, height, pixels };
}
