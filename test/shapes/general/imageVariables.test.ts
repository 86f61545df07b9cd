/** CSS variables that cells set for their SVG images. */
import { describe, expect, it } from 'vitest';
import { withVariables } from '../../../src/pipeline/svgVariables.js';
import { imageVariables } from '../../../src/shapes/general/imageVariables.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const variables = (style: string): Record<string, string> | undefined => {
  const values = imageVariables(resolveStyle(style, false));
  return values && Object.fromEntries(values);
};

describe('the variables of a style', () => {
  it('are those that the style lists, each under its own key', () => {
    expect(variables('cssVars=--fill1, stroke;--fill1=#ff0000;--stroke=2px;--other=#00ff00')).toEqual({
      fill1: '#ff0000',
      stroke: '2px',
    });
  });

  it('are none where nothing is listed, or no value is given', () => {
    expect(variables('--fill1=#ff0000')).toBeUndefined();
    expect(variables('cssVars=--fill1')).toBeUndefined();
    expect(variables('cssVars=;--fill1=#ff0000')).toBeUndefined();
  });

  it('stay within their place in the image', () => {
    expect(variables('cssVars=--a,--b,--c;--a=url(#x);--b="/><script>;--c={}')).toBeUndefined();
  });

  it('take the light colour of two', () => {
    expect(variables('cssVars=--a;--a=light-dark(#ff0000,#00ff00)')).toEqual({ a: '#ff0000' });
  });
});

const HEAD = 'data:image/svg+xml;base64,';

/** The image's text with those values. */
function written(svg: string, values: Record<string, string> = {}): string {
  const href = withVariables(HEAD + btoa(svg), new Map(Object.entries(values)));
  expect(href.startsWith(HEAD)).toBe(true);
  return atob(href.slice(HEAD.length));
}

describe('an SVG image', () => {
  it('has the values in place of its variables', () => {
    const svg = '<svg><rect fill="var(--a, #ffffff)"/><style>.b{stroke:var( --b )}</style></svg>';
    expect(written(svg, { a: '#ff0000', b: 'blue' })).toBe(
      '<svg><rect fill="#ff0000"/><style>.b{stroke:blue}</style></svg>',
    );
  });

  it('has the fallback of a variable without a value, also within another’s', () => {
    expect(written('<svg fill="var(--a, var(--b, rgb(1, 2, 3)))"/>')).toBe('<svg fill="rgb(1, 2, 3)"/>');
    expect(written('<svg fill="var(--a, var(--b, red))"/>', { b: 'green' })).toBe('<svg fill="green"/>');
  });

  it('keeps what it can’t resolve', () => {
    const open = '<svg fill="var(--a" stroke="red"/>';
    expect(written(open, { a: 'green' })).toBe(open);
    const own = '<svg><style>:root{--a:red}</style><rect fill="var(--a, blue)"/></svg>';
    expect(written(own)).toBe(own);
    expect(written('<svg fill="var(--a)"/>')).toBe('<svg fill="var(--a)"/>');
  });

  it('ends with variables in variables', () => {
    const deep = `<svg fill="${'var(--a,'.repeat(5000)}red${')'.repeat(5000)}"/>`;
    expect(written(deep)).toContain('red');
  });

  it('is left alone if it is no embedded SVG, or has no variables', () => {
    const values = new Map([['a', 'red']]);
    const plain = HEAD + btoa('<svg fill="blue"/>');
    expect(withVariables(plain, values)).toBe(plain);
    expect(withVariables('data:image/png;base64,AAAA', values)).toBe('data:image/png;base64,AAAA');
    expect(withVariables(`${HEAD}%%%`, values)).toBe(`${HEAD}%%%`);
  });
});
