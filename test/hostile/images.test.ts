/** Images of strangers, each kind spelled in many ways: none ends the process, fills the memory, acts, or is drawn unseen. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, render, renderHtml, renderJpeg, renderPdf, renderPng } from '../../src/index.js';
import { escapeXml } from '../../src/write/format.js';

const cell = (value: string, style: string): string =>
  `<mxCell id="a" value="${escapeXml(value)}" style="${escapeXml(style)}" vertex="1" parent="1"><mxGeometry width="100" height="50" as="geometry"/></mxCell>`;
const page = (cells: string, attributes = ''): string =>
  `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;

/** The places where a page may show an image, by its data URI in the form that place takes. */
const PLACES: readonly (readonly [string, (uri: string) => string])[] = [
  ['as its shape', (uri) => page(cell('', `shape=image;image=${uri.replace(';base64,', ',')}`))],
  ['in its label', (uri) => page(cell(`<img width="50" height="50" src="${uri}">`, 'html=1'))],
  [
    'behind the page',
    (uri) => page(cell('x', ''), `backgroundImage="${escapeXml(JSON.stringify({ src: uri, width: 90, height: 90 }))}"`),
  ],
];

const PIXEL_FORMATS: readonly (readonly [
  string,
  (source: string, diagnostics: Diagnostic[]) => Promise<Uint8Array>,
])[] = [
  ['PNG', (source, diagnostics) => renderPng(source, { border: 10, diagnostics })],
  ['JPEG', (source, diagnostics) => renderJpeg(source, { diagnostics })],
  ['PDF', (source, diagnostics) => renderPdf(source, { diagnostics })],
];

const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64');
const svgUri = (data: string | Uint8Array): string => `data:image/svg+xml;base64,${base64(data)}`;
const svg = (body: string, attributes = 'width="100" height="100" viewBox="0 0 100 100"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${body}</svg>`;

describe('an SVG image over which a renderer may end', () => {
  const FAR = '<rect x="90in" y="90in" width="10" height="10"/>';
  const endings: readonly (readonly [string, string | Uint8Array])[] = [
    [
      'a view far away',
      svg('<g opacity="0.5"><rect width="5" height="5"/></g>', 'width="10" height="10" viewBox="1000 1000 10 10"'),
    ],
    ['inches', svg(`<g opacity="0.5">${FAR}</g>`)],
    ['other units', svg('<g opacity="0.5"><rect x="900cm" y="70em" width="10" height="10"/></g>')],
    ['isolation', svg(`<g style="isolation:isolate">${FAR}</g>`)],
    ['blending', svg(`<g style="mix-blend-mode:multiply">${FAR}</g>`)],
    ['a clip', svg(`<clipPath id="c">${FAR}</clipPath><g clip-path="url(#c)">${FAR}</g>`)],
    ['a mask', svg(`<mask id="m">${FAR}</mask><g mask="url(#m)">${FAR}</g>`)],
    ['a filter', svg(`<filter id="f"><feGaussianBlur stdDeviation="900"/></filter><g filter="url(#f)">${FAR}</g>`)],
    [
      'numbers written as references',
      svg('<g opacity="&#48;.5"><rect x="&#x39;0in" y="90in" width="10" height="10"/></g>'),
    ],
    ['gzip', gzipSync(svg(`<g opacity="0.5">${FAR}</g>`))],
    [
      'an image inside',
      svg(`<image width="50" height="50" xlink:href="${svgUri(svg(`<g opacity="0.5">${FAR}</g>`))}"/>`),
    ],
    ['a use far away', svg(`<defs><g id="a" opacity="0.5">${FAR}</g></defs><use xlink:href="#a" x="-90in"/>`)],
  ];

  test.each(endings)('through %s leaves the others', async (_name, image) => {
    for (const [, show] of PLACES) {
      for (const [, draw] of PIXEL_FORMATS) {
        expect((await draw(show(svgUri(image)), [])).length).toBeGreaterThan(60);
      }
    }
  });
});

test.each([
  ['page and cell', 'shadow="1"', 'shadow=1;overflow=hidden;'],
  ['cell', '', 'shadow=1;overflow=hidden;opacity=50;textOpacity=50;'],
  ['text', '', 'textShadow=1;overflow=hidden;opacity=50;'],
])('shadows of a %s with more words than room end nothing', async (_name, attributes, style) => {
  for (const words of [40, 200]) {
    const source = page(cell('word '.repeat(words), style), attributes);
    for (const border of [0, 10]) {
      expect((await renderPng(source, { border })).length).toBeGreaterThan(60);
      expect((await renderPdf(source, { border })).length).toBeGreaterThan(60);
    }
  }
});

describe('scripts in an SVG image', () => {
  const ACTING = svg('<script>alert(1)</script><rect width="50" height="50" onclick="alert(2)"/>');
  const utf16 = (text: string, big: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  const spelled: readonly (readonly [string, string])[] = [
    ['UTF-8', svgUri(ACTING)],
    ['UTF-8 with a mark', svgUri(`\ufeff${ACTING}`)],
    ['UTF-16', svgUri(utf16(ACTING, false))],
    ['UTF-16, the other way round', svgUri(utf16(ACTING, true))],
    ['UTF-16 without a mark', svgUri(utf16(ACTING, false).subarray(2))],
    ['Latin-1, declared', svgUri(`<?xml version="1.0" encoding="ISO-8859-1"?>${ACTING}`)],
    [
      'a prefix for its elements',
      svgUri(ACTING.replaceAll('<', '<s:').replaceAll('<s:/', '</s:').replace('xmlns=', 'xmlns:s=')),
    ],
    ['percent signs', `data:image/svg+xml,${encodeURIComponent(ACTING)}`],
    ['a type in capitals', svgUri(ACTING).replace('image/svg+xml', 'IMAGE/SVG+XML')],
    ['a parameter', svgUri(ACTING).replace(';base64', ';charset=utf-8;base64')],
    ['another type', svgUri(ACTING).replace('svg+xml', 'png')],
  ];

  test.each(spelled)('are gone from %s', (_name, uri) => {
    for (const [, show] of PLACES) {
      for (const picture of [render(show(uri)), renderHtml(show(uri))]) {
        const images = [...picture.matchAll(/href="data:[^,"]*,([^"]*)"/g)].map(([, data = '']) =>
          Buffer.from(data, 'base64'),
        );
        for (const bytes of images) {
          for (const text of [
            bytes.toString('utf8'),
            bytes.toString('utf16le'),
            Buffer.from(bytes.subarray(0, bytes.length & ~1))
              .swap16()
              .toString('utf16le'),
          ]) {
            expect(text).not.toMatch(/script|alert|onclick/i);
          }
        }
      }
      expect(render(show(uri))).not.toMatch(/script|alert|onclick/i);
    }
  });
});

describe('an image of more pixels than there may be', () => {
  /** A PNG that says it has 30,000 × 30,000 pixels. */
  const vast = Buffer.concat([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAYAAAA=', 'base64'), Buffer.alloc(60)]);
  const plain = `data:image/png;base64,${base64(vast)}`;
  const spelled: readonly (readonly [string, string])[] = [
    ['PNG', plain],
    ['a type in capitals', plain.replace('image/png', 'IMAGE/PNG')],
    ['a charset', plain.replace(';base64', ';charset=utf-8;base64')],
    ['several parameters', plain.replace(';base64', ';a=b;c=d;base64')],
    ['another type', plain.replace('png', 'gif')],
    ['blanks in its data', plain.replace('iVBOR', 'iVB OR')],
    ['percent signs in its data', plain.replaceAll('R', '%52')],
    ['an SVG image around it', svgUri(svg(`<image width="9" height="9" xlink:href="${plain}"/>`))],
    [
      'an SVG image around that',
      svgUri(
        svg(
          `<image width="9" height="9" xlink:href="${svgUri(svg(`<image width="9" height="9" xlink:href="${plain}"/>`))}"/>`,
        ),
      ),
    ],
    [
      'a pattern in an SVG image',
      svgUri(
        svg(
          `<pattern id="p" width="9" height="9"><image width="9" height="9" xlink:href="${plain.replace('png', 'PNG')}"/></pattern><rect width="9" height="9" fill="url(#p)"/>`,
        ),
      ),
    ],
  ];

  test.each(spelled)('spelled as %s is left out before anything unpacks it, and told', async (_name, uri) => {
    for (const [where, show] of PLACES) {
      for (const [format, draw] of PIXEL_FORMATS) {
        const diagnostics: Diagnostic[] = [];
        expect((await draw(show(uri), diagnostics)).length).toBeGreaterThan(60);
        expect(
          diagnostics.map(({ code }) => code),
          `${where}, ${format}`,
        ).toContain('missing-image');
      }
    }
  });
});

describe('a colour', () => {
  const colors = [
    '\\75rl(http://127.0.0.1:9/a.svg#a)',
    'u\\72l(http://127.0.0.1:9/a.svg#a)',
    'light-dark(\\75rl(http://127.0.0.1:9/a), red)',
    'image-set("http://127.0.0.1:9/a" 1x)',
    'var(--x, url(http://127.0.0.1:9/a))',
    'red;background:url(http://127.0.0.1:9/a)',
    '/**/url/**/(http://127.0.0.1:9/a)',
  ];

  test.each(colors)('is never copied where CSS would read it: %s', (color) => {
    const keys = [
      'fillColor',
      'strokeColor',
      'fontColor',
      'gradientColor',
      'labelBackgroundColor',
      'labelBorderColor',
      'imageBackground',
      'swimlaneFillColor',
      'shadowColor',
    ];
    const style = `${keys.map((key) => `${key}=${color.split(';')[0]}`).join(';')};shadow=1;html=1`;
    const label = `<font color="${color}"><span style="color:${color};background:${color};border:1px solid ${color};text-shadow:1px 1px ${color}">x</span></font>`;
    for (const theme of ['light', 'dark', 'auto'] as const) {
      const picture = render(page(cell(label, style), `background="${escapeXml(color)}"`), {
        theme,
        background: color,
      });
      expect(picture).not.toMatch(/127\.0\.0\.1|\\/);
      expect(
        render(page(cell(label, style)), { theme, background: color, embedDiagram: 'compressed' }).replace(
          / (?:content|data-mxsvg)="[^"]*"/g,
          '',
        ),
      ).not.toMatch(/127\.0\.0\.1|\\/);
    }
  });
});
