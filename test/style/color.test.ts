/** Colours of styles: what is read, what it stands for, and how it is printed. */
import { describe, expect, it, test } from 'vitest';
import { concreteColor, isColorValue } from '../../src/style/color.js';
import { colorAttributes } from '../../src/style/colorAttributes.js';
import { resolveStyle } from '../../src/style/resolve.js';

describe('concreteColor', () => {
  test.each([
    ['#DAE8FC', '#dae8fc'],
    ['#Abc', '#abc'],
    ['#ff000080', '#ff000080'],
    ['#ff0000FF', '#ff0000'],
    ['RED', '#ff0000'],
    ['rgb(10,20,30)', '#0a141e'],
    ['rgba(10, 20, 30, .5)', '#0a141e80'],
    ['rgb(300,-5,10)', '#ff000a'],
    ['hsl(120,50%,50%)', '#40bf40'],
    ['hwb(120 20% 20%)', '#33cc33'],
    ['rgb(0 0 255 / 50%)', '#0000ff80'],
    ['rgb(from red r g b / 50%)', '#ff000080'],
    ['oklch(70% 0.2 140)', '#4dba30'],
    ['color(display-p3 1 0 0)', '#ff0000'],
    ['color-mix(in srgb, red, blue)', '#800080'],
    ['color-mix(in srgb, light-dark(red, blue), black 20%)', 'light-dark(#cc0000,#0000cc)'],
    ['light-dark(oklch(70% 0.2 140), color-mix(in srgb, red, blue))', 'light-dark(#4dba30,#800080)'],
    ['rgb(from var(--x, red) r g b)', 'light-dark(#ff0000,#ff0000)'],
    ['AccentColor', '#0075ff'],
    ['transparent', '#00000000'],
    ['currentColor', '#000000'],
    ['light-dark(red, blue)', 'light-dark(#ff0000,#0000ff)'],
    [' light-dark( rgb(1,2,3) , rgba(4,5,6,0.5) )', 'light-dark(#010203,#04050680)'],
    ['LIGHT-DARK(#112233,#445566)', 'light-dark(#112233,#445566)'],
    ['light-dark(#123456,var(--b, #654321))', 'light-dark(#123456,#654321)'],
    ['light-dark(#ff0000,bar)', 'light-dark(#ff0000,#ff0000)'],
    ['var(--x, #ff0000)', 'light-dark(#ff0000,#ff0000)'],
  ])('%s is %s', (value, color) => {
    expect(concreteColor(value, 'fillColor')).toBe(color);
    expect(concreteColor(value, 'strokeColor')).toBe(color);
  });

  it('takes default for what draw.io paints by it', () => {
    expect(concreteColor('default', 'fillColor')).toBe('light-dark(#ffffff,#121212)');
    expect(concreteColor('default', 'swimlaneFillColor')).toBe('light-dark(#ffffff,#121212)');
    expect(concreteColor('default', 'strokeColor')).toBe('light-dark(#000000,#ffffff)');
    expect(concreteColor('default', 'gradientColor')).toBe('light-dark(#000000,#ffffff)');
    expect(concreteColor('default', 'imageBorder')).toBe('light-dark(#000000,#ffffff)');
  });

  test.each(['foo', '#12345', 'ff0000', '#GGGGGG', 'var(--x)', 'expression(1)', 'light-dark(foo,#ff0000)'])(
    '%s is no colour: fills are black, lines and what lies behind labels left out',
    (value) => {
      expect(isColorValue(value, 'fillColor')).toBe(false);
      expect(concreteColor(value, 'fillColor')).toBe('light-dark(#000000,#000000)');
      expect(concreteColor(value, 'strokeColor')).toBeUndefined();
      expect(concreteColor(value, 'labelBackgroundColor')).toBeUndefined();
    },
  );

  it('paints nothing for none, on one side or all, nor for a reference', () => {
    expect(concreteColor('url(#x)', 'fillColor')).toBeUndefined();
    expect(isColorValue('url(#x)', 'fillColor')).toBe(false);
    expect(concreteColor('none', 'fillColor')).toBeUndefined();
    expect(concreteColor('light-dark(none,#ff0000)', 'fillColor')).toBeUndefined();
    expect(isColorValue('light-dark(none,#ff0000)', 'fillColor')).toBe(true);
  });
});

describe('Style.color', () => {
  it('changes the sides of an inverted default', () => {
    const style = resolveStyle('fillColor=default;defaultFillColor=invert;strokeColor=default', false);
    expect(style.color('fillColor')).toBe('light-dark(#121212,#ffffff)');
    expect(style.color('strokeColor')).toBe('light-dark(#000000,#ffffff)');
  });
});

describe('colorAttributes', () => {
  it('keeps alpha out of the colour, where viewers differ', () => {
    expect(colorAttributes('fill', '#ff880080')).toBe(' fill="#ff8800" fill-opacity="0.502"');
    expect(colorAttributes('stroke', '#abc', 0.5)).toBe(' stroke="#aabbcc" stroke-opacity="0.5"');
    expect(colorAttributes('stop-color', '#ff880080', 0.5)).toBe(' stop-color="#ff8800" stop-opacity="0.251"');
  });

  it('prints nothing but numbers', () => {
    expect(colorAttributes('fill', 'url(#x)" onload="alert(1)')).toBe(' fill="#000000"');
  });

  it('puts a style with both sides beside the light one', () => {
    expect(colorAttributes('fill', 'light-dark(#ffffff,#121212)')).toBe(
      ' fill="#ffffff" style="fill:light-dark(#ffffff, #121212)"',
    );
    expect(colorAttributes('fill', 'light-dark(#ff000080,#0000ff)', 0.5)).toBe(
      ' fill="#ff0000" fill-opacity="0.251" style="fill:light-dark(#ff000080, #0000ff);fill-opacity:0.5"',
    );
  });
});
