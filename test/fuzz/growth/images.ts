/** Patterns of growth: images in cells and labels. */
import { PNG } from 'pngjs';
import { cellPattern, type GrowthPattern, grid, labelPattern, type Output, series, vertex } from './pattern.js';

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const svgUri = (text: string): string => `data:image/svg+xml,${base64(text)}`;
const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40" ${attributes}>${inner}</svg>`;

function png(size: number, seed: number): Buffer {
  const image = new PNG({ width: size, height: size });
  for (let i = 0; i < image.data.length; i++) image.data[i] = (i * 7 + seed * 31 + (i % 4 === 3 ? 255 : 0)) & 255;
  return PNG.sync.write(image);
}

/** A PNG file with many chunks before its pixels. */
function chunked(n: number): Buffer {
  const file = png(9, 1);
  const text = PNG_TEXT_CHUNK;
  return Buffer.concat([file.subarray(0, 33), ...Array.from({ length: n }, () => text), file.subarray(33)]);
}

/** tEXt "a": nothing, with its checksum. */
const PNG_TEXT_CHUNK = Buffer.from('00000002744558746100ca1d9e7c', 'hex');

const image = (uri: string, style = ''): string => `shape=image;imageAspect=0;${style}image=${uri};`;
const svgImage = (
  name: string,
  from: number,
  inner: (n: number, mark: string) => string,
  output: Output = 'svg',
): GrowthPattern => cellPattern(name, from, (n, mark) => vertex('', image(svgUri(svg(inner(n, mark))))), output);

/** Uses of what uses twice what uses …: as many levels as the logarithm of n. */
const doubling = (n: number): string => {
  const levels = Math.ceil(Math.log2(n));
  return `<defs><rect id="u0" width="1" height="1"/>${series(levels, (i) => `<g id="u${i + 1}"><use xlink:href="#u${i}"/><use x="1" xlink:href="#u${i}"/></g>`)}</defs><use xlink:href="#u${levels}"/>`;
};

const many = (name: string, output: Output, uri: (i: number, mark: string) => string, from = 50): GrowthPattern =>
  cellPattern(name, from, (n, mark) => grid(n, (i, place) => vertex('', image(uri(i, mark)), place)), output);

const small = (i: number, mark: string): string =>
  svgUri(svg(`<rect width="${1 + (i % 40)}" height="9"/><!-- ${i} ${mark} -->`));

/** Rectangles, each with a gradient of its own. */
const gradientRectangles = (n: number, mark: string): string =>
  series(
    n,
    (i) =>
      `<linearGradient id="g${i}"><stop stop-color="red"/><stop offset="1"/></linearGradient><rect x="${i}" width="9" height="9" fill="url(#g${i})"/>`,
  ) + mark;

export const IMAGES: readonly GrowthPattern[] = [
  many('images, all the same', 'svg', () => `data:image/png,${base64(png(9, 1))}`),
  many('images, all the same, of a PDF', 'pdf', () => `data:image/png,${base64(png(9, 1))}`),
  many('different PNG images', 'svg', (i) => `data:image/png,${base64(png(9, i))}`),
  many('different PNG images of a PNG', 'png', (i) => `data:image/png,${base64(png(9, i))}`, 20),
  many('different PNG images of a PDF', 'pdf', (i) => `data:image/png,${base64(png(9, i))}`, 20),
  many('different SVG images', 'svg', small),
  many('different SVG images of a PDF', 'pdf', small, 20),
  many('different SVG images of a PNG', 'png', small, 20),
  many('images that are broken', 'svg', (i, mark) => `data:image/png,${base64(`${i}${mark}`)}`),
  many('images that there are not', 'svg', (i, mark) => `img/lib/${mark}/${i}.svg`),
  many(
    'bundled icons',
    'svg',
    (i) => `img/lib/azure2/${['compute/Virtual_Machine', 'databases/SQL_Database', 'networking/DNS_Zones'][i % 3]}.svg`,
  ),
  labelPattern('images in a label', 50, (n, mark) =>
    series(n, (i) => `<img width="20" height="20" src="data:image/png;base64,${base64(png(5, i))}">${mark}`),
  ),
  svgImage(
    'an SVG image of many elements',
    200,
    (n, mark) => series(n, (i) => `<rect x="${i}" width="9" height="9" fill="#${100 + (i % 899)}"/>`) + mark,
  ),
  svgImage(
    'an SVG image of many elements, of a PDF',
    200,
    (n, mark) => series(n, (i) => `<rect x="${i}" width="9" height="9" fill="#${100 + (i % 899)}"/>`) + mark,
    'pdf',
  ),
  svgImage(
    'an SVG image of many elements, of a PNG',
    200,
    (n, mark) => series(n, (i) => `<rect x="${i}" width="9" height="9" fill="#${100 + (i % 899)}"/>`) + mark,
    'png',
  ),
  svgImage(
    'an SVG image of nested groups',
    200,
    (n, mark) =>
      `${'<g opacity=".9">'.repeat(50)}<rect width="9" height="9"/>${'</g>'.repeat(50)}`.repeat(Math.ceil(n / 50)) +
      mark,
  ),
  svgImage(
    'an SVG image of nested groups, of a PDF',
    200,
    (n, mark) =>
      `${'<g opacity=".9">'.repeat(50)}<rect width="9" height="9"/>${'</g>'.repeat(50)}`.repeat(Math.ceil(n / 50)) +
      mark,
    'pdf',
  ),
  svgImage(
    'an SVG image of uses',
    200,
    (n, mark) =>
      `<defs><rect id="r" width="9" height="9"/></defs>${series(n, (i) => `<use xlink:href="#r" x="${i}"/>`)}${mark}`,
  ),
  svgImage(
    'an SVG image of uses, of a PDF',
    200,
    (n, mark) =>
      `<defs><rect id="r" width="9" height="9"/></defs>${series(n, (i) => `<use xlink:href="#r" x="${i}"/>`)}${mark}`,
    'pdf',
  ),
  svgImage('an SVG image of uses in uses, of a PDF', 64, (n, mark) => doubling(n) + mark, 'pdf'),
  svgImage('an SVG image of uses in uses, of a PNG', 64, (n, mark) => doubling(n) + mark, 'png'),
  svgImage(
    'an SVG image of one long path',
    500,
    (n, mark) => `<path d="M0 0${series(n, (i) => `L${i % 40} ${(i * 7) % 40}`)}z"/>${mark}`,
  ),
  svgImage(
    'an SVG image of one long path, of a PDF',
    500,
    (n, mark) => `<path d="M0 0${series(n, (i) => `L${i % 40} ${(i * 7) % 40}`)}z"/>${mark}`,
    'pdf',
  ),
  svgImage(
    'an SVG image of long attributes',
    5000,
    (n, mark) => `<rect width="9" height="9" style="${'fill:red;'.repeat(n)}" class="${'a '.repeat(n)}"/>${mark}`,
  ),
  svgImage(
    'an SVG image of many attributes',
    500,
    (n, mark) => `<rect width="9" height="9" ${series(n, (i) => `a${i}="1" `)}/>${mark}`,
  ),
  svgImage(
    'an SVG image of style rules',
    100,
    (n, mark) =>
      `<style>${series(n, (i) => `.a${i}{fill:red}`)}</style>${series(n, (i) => `<rect class="a${i}" x="${i}" width="9" height="9"/>`)}${mark}`,
  ),
  svgImage(
    'an SVG image of style rules, of a PDF',
    100,
    (n, mark) =>
      `<style>${series(n, (i) => `.a${i}{fill:red}`)}</style>${series(n, (i) => `<rect class="a${i}" x="${i}" width="9" height="9"/>`)}${mark}`,
    'pdf',
  ),
  svgImage('an SVG image of gradients, of a PDF', 100, gradientRectangles, 'pdf'),
  svgImage('an SVG image of gradients', 100, gradientRectangles),
  svgImage(
    'an SVG image of clips and masks, of a PDF',
    100,
    (n, mark) =>
      series(
        n,
        (i) =>
          `<clipPath id="c${i}"><rect width="5" height="5"/></clipPath><rect clip-path="url(#c${i})" width="9" height="9"/>`,
      ) + mark,
    'pdf',
  ),
  svgImage(
    'an SVG image of texts, of a PDF',
    100,
    (n, mark) => series(n, (i) => `<text x="${i}" y="20">${mark}</text>`),
    'pdf',
  ),
  cellPattern('a PNG image of many chunks', 2000, (n) => vertex('', image(`data:image/png,${base64(chunked(n))}`))),
  cellPattern(
    'a PNG image of many chunks, of a PNG',
    2000,
    (n) => vertex('', image(`data:image/png,${base64(chunked(n))}`)),
    'png',
  ),
  cellPattern('an image of a long data URI', 20_000, (n) =>
    vertex('', image(`data:image/png,${base64(png(9, 1))}${'A'.repeat(4 * n)}`)),
  ),
  cellPattern('a data URI of escapes', 20_000, (n, mark) =>
    vertex('', image(`data:image/svg+xml,${encodeURIComponent(svg(`<!--${'é'.repeat(n)}${mark}-->`))}`)),
  ),
];
