/** Formulas in labels: where they begin and end, what MathJax makes of them, and what is left when it is absent. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { findFormulas, type MathTypesetter, spliceFound } from '../../src/formulas/math.js';
import { readFormulaSvg } from '../../src/labels/formulaSvg.js';
import { createMathTypesetter } from '../../src/platform/node/mathTypesetter.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { createRenderer } from '../../src/render.js';

const found = (text: string): string[] =>
  findFormulas(text).map((each) =>
    each.kind === 'literal'
      ? `literal ${each.text}`
      : `${each.formula.notation}${each.formula.display ? ' display' : ''} ${each.formula.source}`,
  );

describe('formulas in a text', () => {
  test.each<[string, string[]]>([
    ['a \\(x\\) b \\(y\\)', ['tex x', 'tex y']],
    ['$$x$$ \\[y\\]', ['tex display x', 'tex display y']],
    ['`a/b`', ['asciimath a/b']],
    ['$x$', []],
    ['\\(open', []],
    ['\\(a{\\)}b\\)', ['tex a{\\)}b']],
    ['$$\\text{\\$$}$$', ['tex display \\text{\\$$}']],
    ['costs \\$5 \\\\', ['literal $', 'literal \\']],
    ['\\begin{align}a\\end{align}', ['tex display \\begin{align}a\\end{align}']],
    ['see \\eqref{a}', ['tex \\eqref{a}']],
    ['\\(a\\) `b` $$c$$', ['tex a', 'asciimath b', 'tex display c']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('reach over line breaks, whose nodes they replace', () => {
    const parts = ['a \\(x', '\n', 'y\\) b', ''].map((text, node) => ({ node, text }));
    const text = parts.map((part) => part.text).join('');
    const spliced = spliceFound(parts, findFormulas(text));
    expect(spliced.map((each) => (each.kind === 'node' ? `${each.node}:${each.text}` : each.kind))).toEqual([
      '0:a ',
      'formula',
      '2: b',
      '3:',
    ]);
  });

  test('none is found in text that only begins them', () => {
    expect(findFormulas('$$ { \\begin{a} \\('.repeat(4000))).toEqual([]);
  });
});

const page = (value: string, style: string, math: string, height: number): string =>
  `<mxGraphModel math="${math}"><root><mxCell id="0"/><mxCell id="1" parent="0"/>` +
  `<mxCell id="a" value="${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}" vertex="1" parent="1" ` +
  `style="${style}"><mxGeometry width="200" height="${height}" as="geometry"/></mxCell></root></mxGraphModel>`;

function drawn(value: string, style = 'html=1;', math = '1', create = createMathTypesetter, height = 80) {
  const diagnostics: Diagnostic[] = [];
  const svg = createRenderer(nodeAssets, create).render(page(value, style, math, height), { diagnostics });
  return { svg, diagnostics };
}

const formulas = (svg: string): number => svg.match(/role="img"/g)?.length ?? 0;

describe('a label with formulas', () => {
  test('shows outlines in its colour, and the source for readers that see none', () => {
    const { svg, diagnostics } = drawn('a \\(x^2\\) b', 'html=1;fontColor=#CC0000;');
    expect(svg).toContain('aria-label="x^2" fill="#cc0000"');
    expect(svg).not.toContain('\\(');
    expect(diagnostics).toEqual([]);
  });

  test('is plain text on pages without math', () => {
    expect(drawn('\\(x\\)', undefined, '0').svg).toContain('\\(x\\)');
  });

  test('is plain text where it is no HTML, as MathJax leaves SVG text alone', () => {
    expect(drawn('\\(x\\)', '').svg).toContain('\\(x\\)');
  });

  test('keeps formulas in code, and those that an element interrupts', () => {
    expect(formulas(drawn('<code>\\(x\\)</code> \\(a<b>b</b>\\)').svg)).toBe(0);
    expect(formulas(drawn('<b>\\(x\\)</b> \\(a<br>b\\)').svg)).toBe(2);
    expect(formulas(drawn('<div class="geDisableMathJax">\\(x\\)</div>').svg)).toBe(0);
    expect(formulas(drawn('<div class="mathjax_ignore">\\(x\\)</div>').svg)).toBe(1);
  });

  test('knows what an earlier formula defines, and the packages that one requires', () => {
    const { svg } = drawn('\\(\\newcommand{\\half}{\\frac12}\\half\\) \\(\\half\\)');
    expect(svg).not.toContain('fill="#ff0000"');
    expect(drawn('\\(\\dv{f}{x}\\)').svg).toContain('fill="#ff0000"');
    expect(drawn('\\(\\require{physics}\\dv{f}{x}\\)').svg).not.toContain('fill="#ff0000"');
  });

  test('keeps what it defines when it requires a package, and shares it with no other page', () => {
    expect(drawn('\\(\\def\\z{9}\\require{physics}\\z\\dv{f}{x}\\)').svg).not.toContain('fill="#ff0000"');
    expect(drawn('\\(\\z\\)').svg).toContain('fill="#ff0000"');
    expect(drawn('\\(\\dv{f}{x}\\)').svg).toContain('fill="#ff0000"');
  });

  test.each([
    ['\\(\\require{nosuchthing}x\\)', 'Extension "nosuchthing" failed to load'],
    ['\\(\\require{base}x\\)', 'Extension "[tex]/base" is not allowed to be loaded'],
    ['\\(\\require{foo!}x\\)', 'Argument for \\require is not a valid package name'],
    ['\\(\\require{mathtools}\\prescript{a}{b}{c}\\)', 'Math input error'],
    ['\\(x^2^3\\)', 'Double exponent: use braces to clarify'],
  ])('shows as draw.io does what is wrong in %s', (value, message) => {
    const { svg, diagnostics } = drawn(value);
    expect(svg).toContain(message.replaceAll('"', '&quot;'));
    expect(diagnostics).toEqual([]);
  });

  test('is left as it is written, with a diagnostic, where it needs fonts that are not there', () => {
    const { svg, diagnostics } = drawn('\\(\\require{dsfont}\\mathds{R}\\)');
    expect(svg).toContain('\\mathds{R}');
    expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual([['unsupported-html', 'a']]);
  });

  test('shows what TeX finds wrong', () => {
    const { svg } = drawn('\\(\\frac{a}\\)');
    expect(svg).toContain('Missing argument for \\frac');
    expect(svg).toContain('fill="#ffff00"');
  });

  test('ends TeX that defines itself', () => {
    expect(drawn('\\(\\def\\x{\\x\\x}\\x\\)').svg).toContain('maximum macro substitution');
  });

  // Heights of draw.io's own pictures: the cell is 20 px high, and its outline one.
  test.each([
    ['with its formulas set', '\\(\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\)', 34],
    ['with the room that a display has around it', 'a $$x$$ b', 67],
    ['as it is written where it has AsciiMath only', '`[[1],[2],[3],[4]]`', 21],
    ['with AsciiMath set where it has a dollar too', '`[[1],[2],[3],[4]]` 5$', 76],
  ])('is measured for the crop %s', (_, value, height) => {
    const { svg } = drawn(value, undefined, undefined, undefined, 20);
    expect(/<svg[^>]* height="(\d+)"/.exec(svg)?.[1]).toBe(String(height));
  });

  test('carries its number to the edge of the text, which the formula is centred in', () => {
    const { svg } = drawn('$$x=1\\tag{1}$$', 'html=1;whiteSpace=wrap;');
    const [, ...glyphs] = [...svg.matchAll(/matrix\([^)]* ([\d.-]+) [\d.-]+\)/g)].map(([, x]) => Number(x));
    const scale = Number(/matrix\(([\d.]+)/.exec(svg)?.[1]);
    // In draw.io's picture the origins of x and of the closing parenthesis are 108.66 px apart.
    expect(((glyphs.at(-1) ?? 0) - (glyphs[0] ?? 0)) * scale).toBeCloseTo(108.6, 0);
  });

  test('is shown again with its label taken, as draw.io typesets pages twice', () => {
    expect(drawn('$$x\\label{a}\\tag{1}$$').svg).toContain("Label 'a' multiply defined");
  });

  test('shows the first state of what answers to the pointer', () => {
    const { svg, diagnostics } = drawn('\\(\\toggle{x}{y}\\endtoggle \\mathtip{a}{b}\\)');
    expect(svg.match(/<path [^>]*d="M/g)?.length).toBeGreaterThanOrEqual(2);
    expect(diagnostics).toEqual([]);
  });

  test('keeps its source, with a diagnostic, where no typesetter is there', () => {
    const { svg, diagnostics } = drawn('a \\(x\\)', undefined, undefined, () => undefined);
    expect(svg).toContain('\\(x\\)');
    expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual([['missing-math', 'a']]);
  });

  test('keeps its source, with a diagnostic, where the typesetter fails', () => {
    const broken = (): MathTypesetter => ({
      typeset() {
        throw new Error('out of ink');
      },
    });
    const { svg, diagnostics } = drawn('a \\(x\\)', undefined, undefined, broken);
    expect(svg).toContain('\\(x\\)');
    expect(diagnostics.map(({ message }) => message)).toEqual(['The formula "x" can\'t be typeset: out of ink']);
  });

  test('holds nothing of a hostile formula but its outlines', () => {
    const { svg } = drawn(
      '\\(\\href{javascript:alert(1)}{x}\\color{url(http://a)}y\\style{background:url(http://a)}{z}\\)',
    );
    expect(svg.replace(/ aria-label="[^"]*"/, '')).not.toMatch(/javascript|http:\/\/a/);
  });
});

describe("MathJax's SVG", () => {
  const read = (body: string, attributes = 'width="2ex" height="1ex" viewBox="0 -400 884 442"') =>
    readFormulaSvg(`<mjx-container><svg ${attributes} style="vertical-align: -0.1ex">${body}</svg></mjx-container>`, 8);

  test('tells its size in ex', () => {
    expect(read('')).toMatchObject({ width: 2, height: 1, depth: 0.1, viewBox: { x: 0, y: -400, width: 884 } });
  });

  test('carries transforms and colours to its paths', () => {
    const drawing = read(
      '<g fill="currentColor" transform="scale(1,-1)"><g fill="red" transform="translate(10,20) scale(.5)">' +
        '<path data-c="31" d="M0 0L9 9"/></g><rect x="1" y="2" width="3" height="4"/></g>',
    );
    expect(drawing?.paths).toEqual([
      {
        data: 'M0 0L9 9',
        transform: { a: 0.5, b: 0, c: 0, d: -0.5, e: 10, f: -20 },
        fill: 'light-dark(#ff0000,#ff0000)',
        stroke: { color: undefined, width: 3 },
        clip: undefined,
      },
      {
        data: 'M1 2h3v4h-3Z',
        transform: { a: 1, b: 0, c: 0, d: -1, e: 0, f: 0 },
        fill: undefined,
        stroke: undefined,
        clip: undefined,
      },
    ]);
  });

  test('cuts the pieces of growing delimiters', () => {
    const drawing = read('<svg x="5" y="6" width="10" height="20" viewBox="0 30 10 20"><path d="M0 0V99"/></svg>');
    expect(drawing?.paths[0]).toMatchObject({
      transform: { a: 1, d: 1, e: 5, f: -24 },
      clip: { box: { x: 5, y: 6, width: 10, height: 20 }, transform: { a: 1, e: 0 } },
    });
  });

  test('gives no paths that are no path data', () => {
    expect(read('<path d="M0 0&quot; onload=&quot;alert(1)"/><script>alert(1)</script>')?.paths).toEqual([]);
  });
});
