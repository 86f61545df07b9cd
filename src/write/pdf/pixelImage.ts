/** Pixels as an image of a PDF: colours, and a mask for their opacity. */
import { PDFHexString, type PDFRef } from '@cantoo/pdf-lib';
import type { Rgb } from '../outputColor.js';
import type { Pixels } from '../raster/drawer.js';
import type { PdfObjects, Resource } from './objects.js';

/** The image of some pixels, to be painted on a square of one unit. */
export function pixelImage(objects: PdfObjects, { width, height, data }: Pixels): Resource {
  const colors = new Uint8Array(width * height * 3);
  const alphas = new Uint8Array(width * height);
  let opaque = true;
  for (let i = 0; i < alphas.length; i++) {
    const alpha = data[i * 4 + 3] as number;
    alphas[i] = alpha;
    if (alpha !== 255) opaque = false;
    for (let k = 0; k < 3; k++) colors[i * 3 + k] = data[i * 4 + k] as number;
  }
  const entries = imageEntries(width, height);
  const mask = opaque ? undefined : objects.stream(alphas, { ...entries, ColorSpace: 'DeviceGray' });
  return objects.name('XObject', objects.stream(colors, { ...entries, ColorSpace: 'DeviceRGB', SMask: mask }));
}

/** An image of one colour, as opaque as the pixels are. */
export function silhouetteImage(
  objects: PdfObjects,
  { width, height, data }: Pixels,
  { red, green, blue }: Rgb,
): PDFRef {
  const alphas = new Uint8Array(width * height);
  for (let i = 0; i < alphas.length; i++) alphas[i] = data[i * 4 + 3] as number;
  const entries = imageEntries(width, height);
  const mask = objects.stream(alphas, { ...entries, ColorSpace: 'DeviceGray' });
  const color = PDFHexString.of([red, green, blue].map((part) => hexByte(part * 255)).join(''));
  const one = { ...entries, BitsPerComponent: 1, ColorSpace: ['Indexed', 'DeviceRGB', 0, color], SMask: mask };
  return objects.stream(new Uint8Array(Math.ceil(width / 8) * height), one);
}

const hexByte = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

export const imageEntries = (width: number, height: number) => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  BitsPerComponent: 8,
  // Enlarged images are blended, as in browsers.
  Interpolate: true,
});
