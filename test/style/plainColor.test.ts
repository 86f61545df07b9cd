/** Colours that are read without a parser: the same numbers as the parser of CSS gives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCssColor } from '../../src/style/cssColor.js';
import { readPlainColor } from '../../src/style/plainColor.js';

/** A number up to `most` with up to twelve decimals. */
const upTo = (most: number) =>
  fc.tuple(fc.double({ min: 0, max: most, noNaN: true }), fc.nat(12)).map(([value, digits]) => value.toFixed(digits));
const opacity = fc.option(upTo(1.2)).map((value) => (value === null ? '' : `, ${value}`));

const rgb = fc
  .tuple(upTo(280), upTo(280), upTo(280), opacity)
  .map(([red, green, blue, alpha]) => `rgba(${red}, ${green},${blue}${alpha})`);
const hsl = fc
  .tuple(upTo(800), upTo(110), upTo(110), opacity)
  .map(([hue, saturation, lightness, alpha]) => `hsl(${hue}, ${saturation}%, ${lightness}%${alpha})`);

describe('A plain colour', () => {
  test.each([
    ['rgb()', rgb],
    ['hsl()', hsl],
  ])('as %s is what the parser of CSS reads, or left to that', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const color = readPlainColor(text);
        if (color !== undefined) expect(color).toEqual(readCssColor(text, 'light'));
      }),
      { numRuns: 300 },
    );
  });

  test.each('aqua black blue fuchsia gray green lime maroon navy olive purple red silver teal white yellow'.split(' '))(
    'of the name %s is what the parser of CSS reads',
    (name) => {
      expect(readPlainColor(name)).toEqual(readCssColor(name, 'light'));
    },
  );

  test.each([
    ['#1e90ff', { red: 30, green: 144, blue: 255, alpha: 1 }],
    ['#1234', { red: 17, green: 34, blue: 51, alpha: 68 / 255 }],
    ['Silver', { red: 192, green: 192, blue: 192, alpha: 1 }],
    ['rgba(232,232,232, 0.8)', { red: 232, green: 232, blue: 232, alpha: 0.8 }],
    ['rgb(300,0,0)', { red: 255, green: 0, blue: 0, alpha: 1 }],
    ['hsl(240, 100%, 50%)', { red: 0, green: 0, blue: 255, alpha: 1 }],
    ['hsl(120, 100%, 75%, 50)', { red: 127.5, green: 255, blue: 127.5, alpha: 1 }],
  ])('%s is %o', (text, color) => {
    expect(readPlainColor(text)).toEqual(color);
  });

  test.each([
    'rgb(1 2 3)',
    'hsl(0, 150%, 50%)',
    'rgb(0.00005,0,0)',
    'rgb(-1,0,0)',
    'constructor',
    'dodgerblue',
    '#12345',
    'rgb(1,2)',
  ])('%s is left to the parser', (text) => {
    expect(readPlainColor(text)).toBeUndefined();
  });
});
