/** What of a stranger's SVG image stays: nothing that acts, and nothing that leads out of it. */
import { describe, expect, test } from 'vitest';
import { rect } from '../../../src/geometry/plane.js';
import { isSafeValue, safeDeclarations, safeSheet } from '../../../src/write/images/safeCss.js';
import { prepareSvgImage } from '../../../src/write/images/svgImage.js';

const BOX = rect(0, 0, 10, 10);
const OPEN =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" viewBox="0 0 10 10">';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const text = (uri: string | undefined): string => Buffer.from(uri?.split(',')[1] ?? '', 'base64').toString();

/** The document that is embedded for one with this content. */
const kept = (body: string): string =>
  text(prepareSvgImage(`data:image/svg+xml;base64,${base64(Buffer.from(`${OPEN}${body}</svg>`))}`, BOX, true)?.href)
    .replace(OPEN, '')
    .replace(OPEN.replace('>', '/>'), '')
    .replace(/<\/svg>$/, '');

describe('an SVG image', () => {
  test.each([
    '<script>alert(1)</script>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">x</div></foreignObject>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<metadata>x</metadata>',
    '<unknown/>',
    '<style>@import "//example.com/a.css";</style>'.replace('<style>', '<script>').replace('</style>', '</script>'),
  ])('loses %s', (body) => {
    expect(kept(body)).toBe('');
  });

  test.each([
    ['onload="alert(1)"'],
    ['ONCLICK="alert(1)"'],
    ['fill="url(//example.com/a.svg#b)"'],
    ['fill="u\\72l(//example.com/a.svg#b)"'],
    ['fill="image-set(&quot;//example.com/a.png&quot; 1x)"'],
    ['filter="url(&#x20;http://example.com/a.svg#b)"'],
    ['xlink:href="https://example.com/a.svg#b"'],
    ['href="file:///etc/passwd"'],
    ['src="//example.com/a.png"'],
    ['ping="//example.com/"'],
    ['srcdoc="a"'],
    ['xml:base="https://example.com/"'],
    ['inkscape:label="x" xmlns:inkscape="urn:x"'],
  ])('loses the attribute %s', (attribute) => {
    expect(kept(`<path ${attribute} d="M0 0h9"/>`)).toMatch(/^<path (?:xmlns:inkscape="urn:x" )?d="M0 0h9"\/>$/);
  });

  test.each([
    ['fill="oklch(70% 0.2 140)"', 'fill="#4dba30"'],
    ['stroke="rgb(0 0 255 / 50%)"', 'stroke="#0000ff80"'],
    ['style="fill: color-mix(in srgb, red, blue);opacity:0.5"', 'style="fill:#800080;opacity:0.5"'],
    ['style="fill:rgb(from red r g b)"', 'style="fill:#ff0000"'],
    ['fill="lab(1)"', 'fill="lab(1)"'],
    ['fill="rgb(1, 2, 3)"', 'fill="rgb(1, 2, 3)"'],
    ['fill="color-mix(in srgb, currentColor, red)"', 'fill="color-mix(in srgb, currentColor, red)"'],
  ])('has the colour %s as %s, which all viewers know if any does', (written, known) => {
    expect(kept(`<path ${written} d="M0 0h9"/>`)).toBe(`<path ${known} d="M0 0h9"/>`);
  });

  test.each([
    '<path fill="url(#a)" d="M0 0h9"/>',
    '<path transform="rotate(45 5 5)" style="fill:url(#a);stroke:rgb(1, 2, 3)" d="M0 0h9"/>',
    '<use xlink:href="#a"/>',
    '<path id="Cloud_Services_(roles)" d="M0 0h9"/>',
    '<image href="data:image/png;base64,AAAA" width="5"/>',
    '<svg:path xmlns:svg="http://www.w3.org/2000/svg" d="M0 0h9"/>',
  ])('keeps %s', (body) => {
    expect(kept(body)).toBe(body);
  });

  test('turns links into groups', () => {
    expect(kept('<a href="https://example.com"><path d="M0 0h9"/></a>')).toBe('<g><path d="M0 0h9"/></g>');
  });

  test('in an image is read in the same way, down to a depth', () => {
    const nested = (depth: number): string =>
      depth === 0
        ? `${OPEN}<path onload="x"/></svg>`
        : `${OPEN}<image href="data:image/svg+xml;base64,${base64(Buffer.from(nested(depth - 1)))}"/></svg>`;
    const first = kept(nested(0).replace(OPEN, '<g>').replace('</svg>', '</g>'));
    expect(first).toBe('<g><path/></g>');
    const inner = /href="([^"]*)"/.exec(
      kept(`<image href="data:image/svg+xml;base64,${base64(Buffer.from(nested(0)))}"/>`),
    );
    expect(text(inner?.[1])).toContain('<path/>');
    let level = text(prepareSvgImage(`data:image/svg+xml;base64,${base64(Buffer.from(nested(6)))}`, BOX, true)?.href);
    let levels = 0;
    for (let next = /href="([^"]*)"/.exec(level); next; next = /href="([^"]*)"/.exec(level)) {
      level = text(next[1]);
      levels += 1;
    }
    expect(levels).toBe(3);
  });

  test('in UTF-16 is read as browsers read it', () => {
    const bytes = Buffer.from(`\ufeff${OPEN}<script>alert(1)</script><path d="M0 0h9"/></svg>`, 'utf16le');
    const image = prepareSvgImage(`data:image/svg+xml;base64,${base64(bytes)}`, BOX, true);
    expect(text(image?.href)).toBe(`${OPEN}<path d="M0 0h9"/></svg>`);
  });
});

describe('a value', () => {
  test.each(['#fff', 'rgb(1,2,3)', 'url(#a)', 'url("#a")', 'translate(1 2) rotate(3)', 'light-dark(#fff, #000)', ''])(
    '%j is safe',
    (value) => {
      expect(isSafeValue(value)).toBe(true);
    },
  );

  test.each([
    'url(a.svg#b)',
    'URL(//x)',
    'src("a")',
    'image-set("a" 1x)',
    'cross-fade(url(#a), url(b))',
    '\\75rl(#a)',
    'url(/**/a)',
  ])('%j is not', (value) => {
    expect(isSafeValue(value)).toBe(false);
  });
});

test('declarations that load are dropped, the others stay', () => {
  expect(safeDeclarations('fill:red; background:url(//x) ;stroke:url(#a);;')).toBe('fill:red;stroke:url(#a)');
});

describe('a style sheet', () => {
  test.each([
    ['.a{fill:red}', '.a{fill:red}'],
    ['/* x */ .a , #b{fill:red;stroke:url(//x)}', '.a , #b{fill:red}'],
    ['@import "//x"; .a{fill:red}', '.a{fill:red}'],
    ['@font-face{src:url(//x)} .a{fill:red}', '.a{fill:red}'],
    ['@keyframes k{from{fill:red}to{fill:url(//x)}} .a{fill:red}', '.a{fill:red}'],
    ['@media (min-width: 1px){.a{fill:red}} .b{x:y}', '@media (min-width: 1px){.a{fill:red}}.b{x:y}'],
    ['@media screen{.a{fill:red}', '@media screen{.a{fill:red}}'],
    ['.a\\{b{fill:red}', ''],
    ['.a{fill:u\\72l(//x)}', '.a{}'],
    ['.a{fill:red', '.a{fill:red}'],
    ['', ''],
  ])('%j is kept as %j', (css, expected) => {
    expect(safeSheet(css)).toBe(expected);
  });
});
