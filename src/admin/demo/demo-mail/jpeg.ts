import type { Picture } from './pictures.ts';

// Huffman table K.3 of ITU-T T.81 (luminance DC): lengths of the codes for categories 0 … 11, used for all components.
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const CATEGORIES = 12;
// The only AC symbol needed is end-of-block; one code of one bit.
const AC_COUNTS = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const BLOCK = 8;
// With a quantiser of 8, DC = mean of the block exactly: the DCT's DC term is 8 times the mean.
const QUANTISER = 8;

function dcCodes(): { code: number; length: number }[] {
  const codes: { code: number; length: number }[] = [];
  let code = 0;
  DC_COUNTS.forEach((count, index) => {
    for (let i = 0; i < count; i += 1) codes.push({ code: code++, length: index + 1 });
    code <<= 1;
  });
  return codes;
}

class BitWriter {
  readonly bytes: number[] = [];
  private bits = 0;
  private filled = 0;

  put(value: number, length: number): void {
    for (let i = length - 1; i >= 0; i -= 1) {
      this.bits = (this.bits << 1) | ((value >> i) & 1);
      this.filled += 1;
      if (this.filled === 8) this.flush();
    }
  }

  private flush(): void {
    this.bytes.push(this.bits);
    if (this.bits === 0xff) this.bytes.push(0); // byte stuffing, T.81 B.1.1.5
    this.bits = 0;
    this.filled = 0;
  }

  end(): void {
    while (this.filled !== 0) this.put(1, 1);
  }
}

const segment = (marker: number, data: number[]): number[] => {
  const length = data.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...data];
};

function blockMean(picture: Picture, blockX: number, blockY: number): [number, number, number] {
  const sum = [0, 0, 0];
  for (let y = 0; y < BLOCK; y += 1) {
    for (let x = 0; x < BLOCK; x += 1) {
      const color = picture.at(blockX * BLOCK + x, blockY * BLOCK + y);
      for (let c = 0; c < 3; c += 1) sum[c]! += color[c]! / (BLOCK * BLOCK);
    }
  }
  const [r, g, b] = sum as [number, number, number];
  // JFIF: YCbCr with the weights of BT.601, level-shifted by 128.
  const luma = 0.299 * r + 0.587 * g + 0.114 * b;
  return [luma - 128, (b - luma) / 1.772, (r - luma) / 1.402];
}

/**
 * Picture as a small baseline JPEG (ITU-T T.81) that keeps one colour per block of 8 × 8: coarse, but a real photo file for
 * thumbnails and previews. Width and height must be multiples of 8.
 */
export function jpeg(picture: Picture): Buffer {
  const codes = dcCodes();
  const writer = new BitWriter();
  const last = [0, 0, 0];
  for (let y = 0; y < picture.height / BLOCK; y += 1) {
    for (let x = 0; x < picture.width / BLOCK; x += 1) {
      blockMean(picture, x, y).forEach((mean, component) => {
        const value = Math.round((mean * 8) / QUANTISER);
        const difference = value - last[component]!;
        last[component] = value;
        const category = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
        const { code, length } = codes[category]!;
        writer.put(code, length);
        if (category > 0) writer.put(difference > 0 ? difference : difference + (1 << category) - 1, category);
        writer.put(0, 1);
      });
    }
  }
  writer.end();
  const { width, height } = picture;
  return Buffer.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => QUANTISER)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    ...segment(0xc4, [0x00, ...DC_COUNTS, ...Array.from({ length: CATEGORIES }, (_, i) => i)]),
    ...segment(0xc4, [0x10, ...AC_COUNTS, 0]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...writer.bytes,
    0xff,
    0xd9,
  ]);
}
