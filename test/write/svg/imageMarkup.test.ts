/** How images are embedded: what is taken, cleaned, and sized. */
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/drawing/scene.js';
import { IDENTITY, point, rect } from '../../../src/geometry/plane.js';
import { Definitions } from '../../../src/write/svg/defs.js';
import { pictureMarkup } from '../../../src/write/svg/imageMarkup.js';

const TILES = { origin: point(0, 0), tilesAcross: () => 1 };

const picture = (href: string, changes: Partial<Picture> = {}): Picture => ({
  kind: 'picture',
  href,
  box: rect(0, 0, 60, 80),
  transform: IDENTITY,
  opacity: 1,
  keepAspect: true,
  ...changes,
});

const markup = (href: string, changes?: Partial<Picture>): string =>
  pictureMarkup(picture(href, changes), { definitions: new Definitions('', TILES) });

const svgUri = (attributes: string, body = ''): string =>
  `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}${body === '' ? '/>' : `>${body}</svg>`}`)}`;

const embedded = (text: string): string => atob(/base64,([^"]*)"/.exec(text)?.[1] ?? '');

describe('what is embedded', () => {
  test('raster data stays as it is, but for white space', () => {
    expect(markup('data:image/png;base64,AAAA')).toBe(
      '<image x="0" y="0" width="60" height="80" xlink:href="data:image/png;base64,AAAA"/>',
    );
    expect(markup('data:image/png;base64,AA\n AA')).toContain('base64,AAAA"');
  });

  test.each([
    'https://example.com/a.png',
    'img/a.png',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'data:image/svg+xml;base64,***',
    '',
  ])('%j is not', (href) => {
    expect(markup(href)).toBe('');
  });

  test('nothing is where there is no room', () => {
    expect(markup('data:image/png;base64,AAAA', { box: rect(0, 0, 0, 10) })).toBe('');
    expect(markup('data:image/png;base64,AAAA', { box: rect(0, 0, Number.NaN, 10) })).toBe('');
  });
});

describe('SVG', () => {
  test('loses scripts, handlers and addresses with code, and keeps the rest', () => {
    const body =
      '<script>alert(1)</script><style>.a{fill:red}</style><g onclick="alert(1)" class="a"><a href=" java\nscript:alert(1)"><rect id="r"/></a></g>';
    const svg = embedded(markup(svgUri('width="6" height="8" viewBox="0 0 6 8" onload="alert(1)"', body)));
    expect(svg).not.toMatch(/script|onload|onclick|alert/);
    expect(svg).toContain('<rect id="r"/>');
    expect(svg).toContain('.a{fill:red}');
  });

  test('that cannot be read and seems active is left out', () => {
    expect(markup(`data:image/svg+xml;base64,${btoa('<svg><script>alert(1)')}`)).toBe('');
  });

  test('keeps a style with an id that looks like a number', () => {
    const body = '<rect style="fill:url(#e2cf8746-c9a8-4eee-86c2-4951983c6032)" width="1"/>';
    expect(embedded(markup(svgUri('width="9" height="9" viewBox="0 0 9 9"', body)))).toContain(body);
  });

  test('of whole size and its own proportions stays as it is', () => {
    const uri = svgUri('width="16" height="16" viewBox="0 0 32 32"');
    expect(markup(uri)).toBe(`<image x="0" y="0" width="60" height="80" xlink:href="${uri}"/>`);
  });

  test('of another size gets that of its box, since resvg rounds sizes', () => {
    const text = markup(svgUri('width="16.97" height="16.97" viewBox="0 0 16.97 16.97"'));
    expect(text).toContain('preserveAspectRatio="none"');
    expect(embedded(text)).toContain('width="60" height="80"');
  });

  test('in a box that is not whole gets a whole size of its proportions', () => {
    const box = rect(0, 0, 7.5, 10);
    const text = markup(svgUri('width="16.97" height="16.97" viewBox="0 0 16.97 16.97"'), { box });
    expect(embedded(text)).toContain('width="3072" height="4096"');
  });

  test('without a viewBox is stretched, as browsers do', () => {
    expect(embedded(markup(svgUri('width="40" height="20"')))).toContain(
      'width="60" height="80" viewBox="0 0 40 20" preserveAspectRatio="none"',
    );
  });

  test('that is to be stretched keeps its own proportions inside', () => {
    const text = markup(svgUri('width="41.5" height="20.75" viewBox="0 0 10 10"'), { keepAspect: false });
    expect(embedded(text)).toContain('width="4096" height="2048"');
  });

  test('may be written as text', () => {
    expect(
      markup(`data:image/svg+xml,${encodeURIComponent('<svg width="1" height="1" viewBox="0 0 1 1"/>')}`),
    ).toContain('<image');
  });
});

test('a clip is given in fractions of the image', () => {
  const definitions = new Definitions('', TILES);
  const text = pictureMarkup(
    picture('data:image/png;base64,AAAA', { clip: { kind: 'ellipse', box: rect(0.25, 0.25, 0.5, 0.5) } }),
    { definitions },
  );
  expect(text).toContain('clip-path="url(#clip-1)"');
  expect(definitions.markup).toContain('<ellipse cx="30" cy="40" rx="15" ry="20"/>');
});
