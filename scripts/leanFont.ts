/**
 * A TrueType font without what no picture needs: the programs that fit outlines to the pixels of a coarse screen (no
 * renderer that draws our pictures runs them; Arimo has none to begin with), and the names of glyphs. It is a third smaller.
 */
import { componentsOf, glyphData } from '../src/fonts/glyphOutline.js';
import { SfntFont } from '../src/fonts/sfnt.js';
import { sfntFile } from '../src/fonts/sfntWriter.js';

/** The font's programs and their values. */
const PROGRAMS = ['fpgm', 'prep', 'cvt '];
const HAS_INSTRUCTIONS = 0x100;
/** A post table that names no glyph, and its length. */
const NAMELESS = 0x00030000;
const POST_BYTES = 32;

/** The font file, smaller; glyphs, their numbers, advances, and layout tables stay as they are. */
export function leanFont(file: Uint8Array): Uint8Array {
  const font = new SfntFont(file);
  const tables = new Map(font.tags.map((tag) => [tag, tableOf(font, tag)]));
  const glyphs = Array.from({ length: font.glyphCount }, (_, glyph) => withoutInstructions(glyphData(font, glyph)));
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  let size = 0;
  for (const [i, { length }] of glyphs.entries()) {
    loca.setUint32(i * 4, size);
    size += (length + 3) & ~3;
  }
  loca.setUint32(glyphs.length * 4, size);
  const glyf = new Uint8Array(size);
  for (const [i, glyph] of glyphs.entries()) glyf.set(glyph, loca.getUint32(i * 4));
  const head = tableOf(font, 'head').slice();
  new DataView(head.buffer).setInt16(50, 1);
  const post = tableOf(font, 'post').slice(0, POST_BYTES);
  new DataView(post.buffer).setUint32(0, NAMELESS);
  tables.set('glyf', glyf).set('loca', new Uint8Array(loca.buffer)).set('head', head).set('post', post);
  // What is left in a font without programs says to any renderer that it is to be drawn smooth.
  if (tables.has('fpgm')) for (const tag of PROGRAMS) tables.delete(tag);
  tables.delete('DSIG');
  return sfntFile(tables);
}

function tableOf(font: SfntFont, tag: string): Uint8Array {
  const { view } = font.require(tag);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function withoutInstructions(glyph: Uint8Array): Uint8Array {
  if (glyph.length === 0) return glyph;
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  const contours = view.getInt16(0);
  if (contours < 0) return compositeWithout(glyph, view);
  const at = 10 + contours * 2;
  const length = view.getUint16(at);
  const result = new Uint8Array(glyph.length - length);
  result.set(glyph.subarray(0, at));
  result.set(glyph.subarray(at + 2 + length), at + 2);
  return result;
}

function compositeWithout(glyph: Uint8Array, view: DataView): Uint8Array {
  const components = componentsOf(view, 0);
  const last = components[components.length - 1];
  const result = glyph.slice(0, last?.end);
  const flags = new DataView(result.buffer);
  for (const { at } of components) flags.setUint16(at, flags.getUint16(at) & ~HAS_INSTRUCTIONS);
  return result;
}
