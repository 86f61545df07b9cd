/** Colours on a dark page. */
import { describe, expect, it, test } from 'vitest';
import { darkSides, inverseColor, paintedDark } from '../../src/style/darkColor.js';

describe('inverseColor', () => {
  test.each([
    // Pairs that draw.io writes into its own SVG files.
    ['#ffffff', '#121212'],
    ['#000000', '#ededed'],
    ['#7bac36', '#507a14'],
    ['#dae8fc', '#1d293b'],
    ['#d5e8d4', '#1f2f1e'],
  ])('%s becomes %s', (light, dark) => {
    expect(inverseColor(light)).toBe(dark);
  });

  it('keeps alpha and what is no colour', () => {
    expect(inverseColor('#ffffff80')).toBe('#12121280');
    expect(inverseColor('url(#x)')).toBe('url(#x)');
  });
});

describe('darkSides', () => {
  it('takes the dark colour and marks it as adapted', () => {
    const value = darkSides('color: light-dark(rgb(0, 0, 0), var(--x, #ff0000)); margin: 0');
    expect(value).toBe('color: #ff0000ff; margin: 0');
    expect(paintedDark('#ff0000ff', 'auto')).toBe('#ff0000');
  });

  it('leaves what is no pair or isn’t closed', () => {
    expect(darkSides('light-dark(red)')).toBe('light-dark(red)');
    expect(darkSides('light-dark(red, blue')).toBe('light-dark(red, blue');
  });
});

test('simple adaption leaves colours that have no dark counterpart in the file', () => {
  expect(paintedDark('#ffffff', 'simple')).toBe('#ffffff');
  expect(paintedDark('#121212ff', 'simple')).toBe('#121212');
});
