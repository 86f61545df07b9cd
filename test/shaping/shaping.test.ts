/** Shaping: letters that join, stack and reorder, marks, and fonts with PostScript outlines. */
import { describe, expect, it } from 'vitest';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { nodeShaper } from '../../src/platform/node/shaper.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';
import { scriptRuns } from '../../src/shaping/scriptRuns.js';
import { isPlain } from '../../src/shaping/shaping.js';
import { arabic, cousine, devanagari, fraktur, thai } from '../fonts/fontFixtures.js';

const library = (...fonts: readonly Uint8Array[]) => new FontLibrary(nodeAssets, fonts, { shaper: nodeShaper });
const face = (fonts: FontLibrary, family: string) => fonts.match({ families: [family], weight: 400, italic: false });

describe('Arabic', () => {
  const letters = face(library(arabic()), 'Noto Sans Arabic');
  const glyphs = (text: string) => letters.glyphs(text, true).map(({ glyph }) => glyph);

  it('joins letters, and sets them from right to left', () => {
    const [last, ...others] = letters.glyphs('سسس', true);
    expect(last?.cluster).toBe(2);
    expect(new Set([last?.glyph, ...others.map(({ glyph }) => glyph)]).size).toBe(3);
    expect(glyphs('س')).not.toContain(last?.glyph);
  });

  it('lets lam and alef meet as no other letters do', () => {
    expect(glyphs('لا')[0]).not.toBe(glyphs('با')[0]);
    expect(glyphs('لب')[1]).not.toBe(glyphs('لا')[1]);
  });

  it('sets marks above their letters, and gives them no room', () => {
    expect(letters.advance('بَ', 1000)).toBe(letters.advance('ب', 1000));
    expect(letters.glyphs('بَ', true).some(({ dx = 0, dy = 0 }) => dx !== 0 || dy !== 0)).toBe(true);
  });

  it('passes over control characters', () => {
    expect(letters.advance('\u0001بَ\t', 1000)).toBe(letters.advance('بَ', 1000));
  });

  it('does not join across a space, and measures words as they stand in a sentence', () => {
    const advances = letters.advances('سلام سلام', 1000);
    const word = advances.slice(0, 4).reduce((sum, advance) => sum + advance, 0);
    expect(word).toBeCloseTo(letters.advance('سلام', 1000), 3);
  });
});

describe('scripts of India and Thailand', () => {
  it('reorder vowels and stack consonants', () => {
    const letters = face(library(devanagari()), 'Noto Sans Devanagari');
    const ka = letters.glyphs('क')[0]?.glyph;
    expect(letters.glyphs('कि').map(({ glyph }) => glyph)).not.toEqual([ka, expect.anything()]);
    expect(letters.glyphs('कि').at(-1)?.glyph).toBe(ka);
    expect(letters.glyphs('क्ष')).toHaveLength(1);
  });

  it('place marks over marks', () => {
    const letters = face(library(thai()), 'Noto Sans Thai');
    expect(letters.advance('ที่', 1000)).toBe(letters.advance('ท', 1000));
    expect(letters.glyphs('ที่').filter(({ advance }) => advance === 0)).toHaveLength(2);
  });
});

describe('the bundled fonts', () => {
  const shaped = face(library(), 'Arial');
  const unshaped = face(new FontLibrary(nodeAssets), 'Arial');

  it('compose letters with their marks', () => {
    expect(shaped.outline('e\u0301', 0, 0, 12, 0)).toBe(shaped.outline('é', 0, 0, 12, 0));
    expect(shaped.advance('q\u0303', 1000)).toBe(shaped.advance('q', 1000));
  });

  it('draw plain text as they do without a shaper', () => {
    for (const text of ['AVATAR 11, Tür', 'עברית', '中文']) {
      expect(shaped.outline(text, 0, 0, 12, 0, true)).toBe(unshaped.outline(text, 0, 0, 12, 0, true));
      expect([...shaped.advances(text, 12)]).toEqual([...unshaped.advances(text, 12)]);
    }
  });

  it('leave out the same kerning in shaped text as in plain text', () => {
    expect(shaped.advance('11e\u0301', 1000)).toBeCloseTo(shaped.advance('11é', 1000), 3);
  });

  it('set monospace text with one advance for each letter, marks or none', () => {
    const mono = face(library(), 'monospace');
    expect(mono.advance('e\u0301q\u0303', 1000)).toBeCloseTo(mono.advance('ab', 1000), 6);
  });
});

describe('PostScript outlines', () => {
  it('are drawn, of a single font and of one in the middle of others', () => {
    const outline = face(library(cousine(), fraktur()), 'MathJax_Fraktur').outline('Fr', 0, 0, 100, 0);
    expect(outline).toMatch(/^M[\d. -]+(?:[LC][\d. -]+)+Z/);
    expect(outline).toContain('C');
  });

  it('reach as far as their curves do', () => {
    const reach = face(library(fraktur()), 'MathJax_Fraktur').inkReach('F', 100);
    expect(reach.right).toBeGreaterThan(40);
    expect(reach.right).toBeLessThan(100);
  });
});

it('keeps no more fonts than it has room for, and reads those again that are used again', () => {
  const faces = Array.from({ length: 24 }, () => face(library(thai()), 'Noto Sans Thai'));
  const outlines = faces.map((each) => each.outline('กำ', 0, 0, 12, 0));
  expect(new Set([...outlines, faces[0]?.outline('กำ', 0, 0, 12, 0)]).size).toBe(1);
});

describe('plain text', () => {
  it('is what stands for itself', () => {
    for (const text of ['Abc é Ω Я', '中文 한국어 カナ', 'עברית', '→ ✔ ½', 'a\u00adb\u200bc'])
      expect(isPlain(text)).toBe(true);
    for (const text of ['e\u0301', 'سلام', 'हिन्दी', 'ไทย', '1\ufe0f\u20e3', '👍🏽', 'שָׁ'])
      expect(isPlain(text)).toBe(false);
  });
});

describe('scriptRuns', () => {
  it('splits by script, and leaves what belongs to all with what stands before it', () => {
    const runs = scriptRuns('1. abc سلام, 2 हिन्दी');
    expect(runs.map(({ start, end }) => '1. abc سلام, 2 हिन्दी'.slice(start, end))).toEqual([
      '1. abc ',
      'سلام, 2 ',
      'हिन्दी',
    ]);
    expect(runs.map(({ rightToLeft }) => rightToLeft)).toEqual([false, true, false]);
  });
});
