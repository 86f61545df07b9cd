/** Pictures in the size that models look at. */
import { compare, comparePng, type RenderOptions, render, renderPng, type Source } from '../index.js';

/** The longest side that models see in full, px; larger pictures are made smaller before they are looked at. */
const LONGEST_SIDE = 1568;

/** How much small pictures are enlarged, so that small text can be read. */
const ENLARGED = 2;

/** The paper that draw.io shows. */
const WHITE = '#ffffff';

type PictureOptions = Pick<RenderOptions, 'page' | 'cells' | 'assets' | 'limits' | 'scale' | 'diagnostics'>;

/** A page, or some of its cells. Throws as renderPng does. */
export function pagePicture(source: Source, options: PictureOptions): Promise<Uint8Array> {
  const settings = { border: 10, background: WHITE, ...options, diagnostics: undefined };
  const size = sizeOf(render(source, { ...settings, scale: 1, text: 'none' }));
  return renderPng(source, { ...settings, diagnostics: options.diagnostics, scale: fittingScale(size, options.scale) });
}

/** Two versions of a page as one picture with what differs marked. Throws as comparePng does. */
export function changesPicture(before: Source, after: Source, options: PictureOptions): Promise<Uint8Array> {
  const settings = { border: 10, background: WHITE, ...options };
  const size = sizeOf(compare(before, after, { ...settings, text: 'none' }).svg());
  return comparePng(before, after, { ...settings, scale: fittingScale(size) });
}

const fittingScale = ({ width, height }: Size, wanted = ENLARGED): number =>
  Math.min(wanted, LONGEST_SIDE / Math.max(width, height));

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(svg: string): Size {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.max(1, Number(width)), height: Math.max(1, Number(height)) };
}
