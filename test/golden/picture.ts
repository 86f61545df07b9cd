/** Compares two PNG pictures and draws their difference. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The part of all pixels that may differ: antialiasing may fall differently on another processor. */
const TOLERANCE = 0.0005;

export type Comparison =
  | { readonly kind: 'same'; readonly message: 'the same' }
  /** `panels`: a PNG of the expected picture, the actual one and the difference, side by side. */
  | { readonly kind: 'different'; readonly message: string; readonly panels: Uint8Array };

export function comparePictures(expectedPng: Uint8Array, actualPng: Uint8Array): Comparison {
  const expected = PNG.sync.read(Buffer.from(expectedPng));
  const actual = PNG.sync.read(Buffer.from(actualPng));
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  const [left, middle, right] = [onto(expected, width, height), onto(actual, width, height), blank(width, height)];
  const different = pixelmatch(left.data, middle.data, right.data, width, height, { threshold: 0.1 });
  const sameSize = expected.width === actual.width && expected.height === actual.height;
  if (sameSize && different <= TOLERANCE * width * height) return { kind: 'same', message: 'the same' };
  const message = sameSize
    ? `${different} of ${width * height} pixels differ`
    : `${actual.width} x ${actual.height} pixels where ${expected.width} x ${expected.height} are expected`;
  return { kind: 'different', message, panels: sideBySide([left, middle, right]) };
}

const blank = (width: number, height: number): PNG => new PNG({ width, height });

function onto(picture: PNG, width: number, height: number): PNG {
  const canvas = blank(width, height);
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas;
}

function sideBySide(panels: readonly PNG[]): Uint8Array {
  const gap = 8;
  const { width = 0, height = 0 } = panels[0] ?? {};
  const sheet = blank((width + gap) * panels.length - gap, height);
  panels.forEach((panel, index) => {
    PNG.bitblt(panel, sheet, 0, 0, width, height, index * (width + gap), 0);
  });
  return PNG.sync.write(sheet);
}
