import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { NO_ASSETS } from '../../src/assets/assets.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';

const fonts = new FontLibrary(nodeAssets);
const face = (family: string, weight = 400, italic = false) => fonts.match({ families: [family], weight, italic });

describe('the bundled fonts', () => {
  it('stand in for the families whose metrics they share', () => {
    expect(face('Helvetica').family).toBe('Arimo');
    expect(face('times new roman').family).toBe('Tinos');
    expect(face('Courier New').family).toBe('Cousine');
  });

  it('fall back to Times where no family is known, as Chromium does', () => {
    expect(fonts.match({ families: ['No Such Font'], weight: 400, italic: false }).family).toBe('Tinos');
    expect(fonts.match({ families: ['No Such Font', 'arial'], weight: 400, italic: false }).family).toBe('Arimo');
  });

  it('have bold and italic faces', () => {
    expect(face('Arial', 700, true)).toMatchObject({ weight: 700, italic: true });
    expect(face('Arial', 700).advance('m', 1000)).toBeGreaterThan(face('Arial').advance('m', 1000));
  });

  it('measure text as Chromium measures Liberation Sans, kerning included', () => {
    expect(face('Helvetica').advance('AVAToYe', 12)).toBeCloseTo(47.59, 1);
    expect(face('Helvetica').advance('i'.repeat(1000), 11)).toBeCloseTo(2443.85, 1);
    expect(face('Helvetica').advance('11', 100)).toBeCloseTo(111.23, 1);
  });

  it('give advances that add up to the whole', () => {
    const advances = face('Times').advances('Waterfall é', 16);
    const sum = advances.reduce((total, advance) => total + advance, 0);
    expect(sum).toBeCloseTo(face('Times').advance('Waterfall é', 16), 6);
  });

  it('draw outlines of simple and composite glyphs', () => {
    expect(face('Arial').outline('l', 0, 0, 100, 0)).toMatch(/^M[\d.-]+ [\d.-]+(L[\d.-]+ [\d.-]+)+Z$/);
    expect(face('Arial').outline('é', 0, 0, 100, 0).split('M').length).toBeGreaterThan(2);
    expect(face('Arial').outline(' ', 0, 0, 100, 0)).toBe('');
  });
});

describe('fonts of the caller', () => {
  const require = createRequire(import.meta.url);
  const data = readFileSync(require.resolve('@expo-google-fonts/cousine/400Regular/Cousine_400Regular.ttf'));

  it('are used for the family that their file names', () => {
    const library = new FontLibrary(nodeAssets, [data]);
    expect(library.match({ families: ['cousine'], weight: 400, italic: false }).advance('i', 1000)).toBeCloseTo(600, 0);
  });

  it('are refused with a message that says which one', () => {
    expect(() => new FontLibrary(nodeAssets, [new Uint8Array(40)])).toThrow(/Font 1 .*can't be read/);
  });
});

it('says what is missing where there are no fonts at all', () => {
  const library = new FontLibrary(NO_ASSETS);
  expect(() => library.match({ families: ['Arial'], weight: 400, italic: false })).toThrow(/bundled fonts/);
});
