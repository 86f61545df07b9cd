/** Long texts made to be slow to read: each ends in a picture, a comparison or an MxsvgError, and none hangs. */
import { describe, expect, test } from 'vitest';
import { compare, MxsvgError, parse, render } from '../../src/index.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const vertex = (value: string, style = 'html=1;whiteSpace=wrap;'): string =>
  page(
    `<mxCell id="a" value="${escaped(value)}" style="${escaped(style)}" vertex="1" parent="1"><mxGeometry width="99" height="40" as="geometry"/></mxCell>`,
  );
const withPlaceholders = (label: string): string =>
  page(
    `<object id="a" label="${escaped(label)}" placeholders="1"><mxCell style="html=1" vertex="1" parent="1"><mxGeometry width="99" height="40" as="geometry"/></mxCell></object>`,
  );
const styled = (css: string): string => vertex(`<div style="${css.replaceAll('"', '&quot;')}">a</div>`);

/** Characters of a text, about. */
const LENGTH = 200_000;
const much = (part: string): string => part.repeat(Math.ceil(LENGTH / part.length));
const svgImage = (text: string): string =>
  vertex('', `shape=image;image=data:image/svg+xml,${Buffer.from(text).toString('base64')};`);

describe('a label', () => {
  test.each<[string, string]>([
    ['an important value of blanks', styled(`color:a${much(' ')}b`)],
    ['marks of importance', styled(`color:a${much(' !')}`)],
    ['comments', styled(much('/*'))],
    ['a family of words without a comma', styled(`font-family:${much('a ')}!`)],
    ['a family of hyphens and escapes', styled(`font-family:${much('\\a-')}!`)],
    ['digits', styled(`width:${much('0')}!`)],
    ['digits without a unit', styled(`line-height:${much('0')}!`)],
    ['the names of transforms', styled(`transform:${much('a')}`)],
    ['slashes in a font', styled(`font:12px ${much('/ ')} serif`)],
    ['a run of blanks and line breaks', styled(`white-space:pre-line">${much(' \n\t')}<p title="`)],
    ['TeX that begins only', vertex(much('\\begin{'))],
    ['dates that begin only', withPlaceholders(much('%date{'))],
    ['one date of very many that begin', withPlaceholders(`${much('%date{')}}%`)],
    ['lines of dates', withPlaceholders(much('%date{"\n'))],
    ['letters of Thai without a space', vertex('กา'.repeat(LENGTH / 2))],
    ['a Thai word of marks', vertex(`ก${'์'.repeat(LENGTH)}`)],
    ['letters that begin no word', styled(`text-transform:capitalize">${much('ก')}<p title="`)],
    ['an SVG image of tags that begin only', svgImage(much('<svg'))],
    ['a data URI of semicolons', vertex('', `shape=image;image=data:image/png${much(' ')}`)],
  ])('of %s', (_name, source) => {
    expect(render(source)).toContain('</svg>');
  });

  const bold = Array.from({ length: 2000 }, (_, i) => `<b id=${i}>`).join('');
  const reopened = `<div>${bold}</div>${'<div>x</div>'.repeat(2000)}`;

  test('that opens its formatting again in very many blocks is refused', () => {
    expect(() => render(vertex(reopened))).toThrow(
      expect.objectContaining({ code: 'limit-exceeded', limit: 'htmlElements' }),
    );
  });

  test('is refused as well where it is remembered', () => {
    const source = vertex('<i>few</i> <b>elements</b>');
    render(source);
    expect(() => render(source, { limits: { htmlElements: 2 } })).toThrow(
      expect.objectContaining({ limit: 'htmlElements' }),
    );
  });

  test('of very many on a page has a part in what they may have together', () => {
    const cells = Array.from(
      { length: 9 },
      (_, i) => `<mxCell id="c${i}" value="${escaped('<b>a'.repeat(20))}" style="html=1" vertex="1" parent="1"/>`,
    ).join('');
    expect(() => render(page(cells), { limits: { cells: 15 } })).toThrow(
      expect.objectContaining({ code: 'limit-exceeded', limit: 'cells' }),
    );
  });

  test('in an HTML file is refused', () => {
    expect(() => parse(`<!doctype html><html><body>${reopened}`)).toThrow(
      expect.objectContaining({ code: 'limit-exceeded', limit: 'htmlElements' }),
    );
  });
});

describe('a file', () => {
  test.each<[string, string]>([
    ['a PDF whose filters begin only', `%PDF-1.4\n1 0 obj\n<<${much('/Filter [')}>>\nstream\nx\nendstream\nendobj\n`],
    ['a PDF of objects that begin only', `%PDF-1.4\n${much('1 0 obj ')}`],
    ['a PDF of subjects without a text', `%PDF-1.4\n1 0 obj\n<<${much('/Subject ')}>>\nendobj\n`],
    ['JSON of one long blank', `{${much(' ')}"`],
    ['XML whose declaration has no end', `<?xml ${much('encoding ')}`],
  ])('that is %s is refused', (_name, text) => {
    expect(() => parse(new TextEncoder().encode(text))).toThrow(MxsvgError);
  });
});

test('labels of tags that begin only are compared', () => {
  const { pages } = compare(vertex(much('<')), vertex(`${much('<')}b`));
  expect(pages).toHaveLength(1);
});
