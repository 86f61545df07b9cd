/** Colours on a dark page. */
import { describe, expect, it, test } from 'vitest';
import { darkSide, inverseColor } from '../../src/style/darkColor.js';

describe('inverseColor', () => {
  test.each([
    // Pairs that draw.io writes into its own SVG files.
    ['#ffffff', '#121212'],
    ['#000000', '#ededed'],
    ['#7bac36', '#507a14'],
    ['#dae8fc', '#1d293b'],
    ['#d5e8d4', '#1f2f1e'],
    ['#d87146', '#c56b47'],
    ['#ff880080', '#c45e0080'],
    ['rgba(10, 20, 30, .5)', '#d6dfe880'],
    ['hsl(120,50%,50%)', '#1a871a'],
    ['red', '#ff9090'],
    // One digit a channel is too few for it.
    ['#abc', '#000000'],
    ['#fff', '#000000'],
  ])('%s becomes %s', (light, dark) => {
    expect(inverseColor(light)).toBe(dark);
  });

  it('keeps what is no colour', () => {
    expect(inverseColor('url(#x)')).toBe('url(#x)');
  });
});

describe('darkSide', () => {
  it('is what the file gives, and else what the colour becomes where all of them adapt', () => {
    expect(darkSide('light-dark(#ffffff,#12345680)', 'auto')).toBe('#12345680');
    expect(darkSide('light-dark(#ffffff,#121212)', 'simple')).toBe('#121212');
    expect(darkSide('#ffffff', 'auto')).toBe('#121212');
    expect(darkSide('#ffffff', 'simple')).toBe('#ffffff');
    expect(darkSide('#ff0000ff', 'auto')).toBe('#ff9090');
  });
});
