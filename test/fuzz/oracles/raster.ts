/** What must hold of every PNG and JPEG: it can be read to its end, and is as large as it ought to be. */
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Raster extends Size {
  /** Whether anything was drawn: a pixel that isn't see-through. Always of a JPEG, which has none such. */
  readonly hasMarks: boolean;
}

/** Throws for bytes that are no whole PNG. */
export function readPng(bytes: Uint8Array): Raster {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
  return { width, height, hasMarks: data.some((value, i) => i % 4 === 3 && value > 0) };
}

/** Throws for bytes that are no whole JPEG. */
export function readJpeg(bytes: Uint8Array): Raster {
  const { width, height } = jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024 });
  return { width, height, hasMarks: true };
}

/** What is wrong with the size of a picture that is drawn as pixels; pixels are whole. */
export function sizeProblem(pixels: Size, printed: Size): string | undefined {
  const differs = (a: number, b: number): boolean => Math.abs(a - Math.max(1, b)) > 1;
  return differs(pixels.width, printed.width) || differs(pixels.height, printed.height)
    ? `${pixels.width} × ${pixels.height} pixels of a picture of ${printed.width} × ${printed.height}`
    : undefined;
}
