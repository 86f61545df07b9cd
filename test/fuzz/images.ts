/** Images of every kind as data URIs: whole, broken, hostile, and of a declared size that nobody could draw. */
import { gzipSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { checksum } from '../../src/write/file/checksum.js';
import type { Random } from './random.js';

const SIZE = 3;
const PIXELS = Buffer.from(Array.from({ length: SIZE * SIZE * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37) % 256)));

const png = ((): Buffer => {
  const picture = new PNG({ width: SIZE, height: SIZE });
  PIXELS.copy(picture.data);
  return PNG.sync.write(picture);
})();
const jpg = jpeg.encode({ data: PIXELS, width: SIZE, height: SIZE }, 80).data;
const gif = Buffer.from('R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
const bmp = ((): Buffer => {
  const bytes = Buffer.alloc(58);
  bytes.write('BM');
  bytes.writeUInt32LE(58, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(1, 18);
  bytes.writeInt32LE(1, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.set([0, 0, 255, 0], 54);
  return bytes;
})();

interface Raster {
  readonly kind: string;
  readonly bytes: Buffer;
  /** Writes a size into a copy. */
  resize(bytes: Buffer, width: number, height: number): void;
}

const RASTERS: readonly Raster[] = [
  {
    kind: 'png',
    bytes: png,
    resize(bytes, width, height) {
      bytes.writeUInt32BE(width >>> 0, 16);
      bytes.writeUInt32BE(height >>> 0, 20);
      bytes.writeUInt32BE(checksum(bytes.subarray(12, 29)) >>> 0, 29);
    },
  },
  {
    kind: 'jpeg',
    bytes: jpg,
    resize(bytes, width, height) {
      const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
      bytes.writeUInt16BE(height & 0xffff, frame + 5);
      bytes.writeUInt16BE(width & 0xffff, frame + 7);
    },
  },
  {
    kind: 'gif',
    bytes: gif,
    resize(bytes, width, height) {
      bytes.writeUInt16LE(width & 0xffff, 6);
      bytes.writeUInt16LE(height & 0xffff, 8);
    },
  },
  {
    kind: 'webp',
    bytes: webp,
    resize(bytes, width, height) {
      bytes.writeUInt16LE(width & 0x3fff, 26);
      bytes.writeUInt16LE(height & 0x3fff, 28);
    },
  },
  {
    kind: 'bmp',
    bytes: bmp,
    resize(bytes, width, height) {
      bytes.writeInt32LE(width | 0, 18);
      bytes.writeInt32LE(height | 0, 22);
    },
  },
];

const SIDES = [0, 1, 3, 300, 20_000, 65_535, 2_147_483_647, 4_294_967_295];

/** The bytes of an image and its media type. */
function raster(random: Random): readonly [kind: string, bytes: Buffer] {
  const { kind, bytes, resize } = random.pick(RASTERS);
  const copy = Buffer.from(bytes);
  if (random.chance(0.25)) resize(copy, random.pick(SIDES), random.pick(SIDES));
  if (random.chance(0.15)) return [kind, copy.subarray(0, random.below(copy.length))];
  if (random.chance(0.15)) copy[random.below(copy.length)] = random.below(256);
  return [random.chance(0.1) ? random.pick(RASTERS).kind : kind, copy];
}

const FAR = ['0', '1', '10', '-5', '1e9', '1e38', 'NaN', '100%', '10in', '1e-9'];
const PAINTS = [
  'red',
  'none',
  'var(--x)',
  'url(#g)',
  'url(//example.org/x)',
  'currentColor',
  'light-dark(red,blue)',
  '\\75rl(//e)',
];

/** Elements of SVG images, harmless and not. */
const PARTS: readonly ((random: Random) => string)[] = [
  (random) => `<rect width="${random.pick(FAR)}" height="${random.pick(FAR)}" fill="${random.pick(PAINTS)}"/>`,
  (random) => `<circle r="${random.pick(FAR)}" style="fill:${random.pick(PAINTS)};stroke:blue"/>`,
  (random) => `<path d="M0 0L${random.pick(FAR)} 5Z" stroke="red" stroke-dasharray="${random.pick(FAR)} 1"/>`,
  (random) => `<g opacity="0.5" transform="scale(${random.pick(FAR)})"><rect width="5" height="5"/></g>`,
  () => '<text x="1" y="9" font-size="9">text</text>',
  () => '<linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>',
  (random) => `<pattern id="g" width="${random.pick(FAR)}" height="2"><rect width="1" height="1"/></pattern>`,
  (random) =>
    `<filter id="f"><feTurbulence numOctaves="${random.pick(FAR)}" baseFrequency="0.5"/><feGaussianBlur stdDeviation="${random.pick(FAR)}"/></filter><rect width="9" height="9" filter="url(#f)"/>`,
  () => '<mask id="m"><rect width="5" height="5" fill="white"/></mask><rect width="9" height="9" mask="url(#m)"/>',
  () => '<g style="isolation:isolate;mix-blend-mode:multiply"><rect width="5" height="5"/></g>',
  () => '<use href="#u"/><g id="u"><use href="#u"/><rect width="1" height="1"/></g>',
  () => '<use xlink:href="https://example.org/x.svg#a"/>',
  () => '<image href="https://example.org/x.png" width="5" height="5"/>',
  () => '<image href="file:///etc/passwd" width="5" height="5"/>',
  (random) => `<image href="${imageUri(random, 2)}" width="5" height="5"/>`,
  () => '<script>alert(1)</script>',
  () => '<a href="javascript:alert(1)"><rect width="5" height="5"/></a>',
  () => '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="//e"/></foreignObject>',
  () => '<rect width="5" height="5" onclick="alert(1)"><set attributeName="href" to="javascript:alert(1)"/></rect>',
  () => '<style>@import "//example.org/x.css"; rect { fill: u\\72l(//example.org/y) } /* </style>',
  () => '<style><![CDATA[@font-face{font-family:x;src:url(//example.org/f)} circle{fill:green}]]></style>',
  () => '&e;',
];

function svg(random: Random, depth: number): string {
  const parts = random.some(4, () => {
    const part = random.pick(PARTS);
    // Images in images in images come to an end.
    return depth > 3 ? '<rect width="1" height="1"/>' : part(random);
  });
  const size = random.chance(0.7) ? ` width="${random.pick(FAR)}" height="${random.pick(FAR)}"` : '';
  const view = random.chance(0.7) ? ` viewBox="${random.pick(FAR)} 0 ${random.pick(FAR)} 10"` : '';
  const handler = random.chance(0.1) ? ' onload="alert(1)"' : '';
  const entity = random.chance(0.1) ? '<!DOCTYPE svg [<!ENTITY e "<script>alert(1)</script>">]>' : '';
  return `${entity}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${size}${view}${handler}>${parts.join('')}</svg>`;
}

/** Ways to write a text as bytes. */
const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => gzipSync(text),
];

function svgUri(random: Random, depth: number): string {
  const text = svg(random, depth);
  if (random.chance(0.3)) return `data:image/svg+xml,${encodeURIComponent(text)}`;
  const charset = random.chance(0.2) ? random.pick([';charset=utf-8', ';charset=utf-16', ';charset="x']) : '';
  return `data:image/svg+xml${charset};base64,${random.pick(ENCODINGS)(text).toString('base64')}`;
}

const ODD = [
  'data:',
  'data:,',
  'data:image/png;base64,',
  'data:image/svg+xml;base64,%%%',
  'data:image/svg+xml,%',
  'data:image/svg+xml,%ff',
  'data:text/html,<script>alert(1)</script>',
  'https://example.org/x.png',
  '//example.org/x.png',
  'file:///etc/passwd',
  'img/lib/azure2/compute/Virtual_Machine.svg',
  '../../../etc/passwd',
  'img/../../package.json',
  'javascript:alert(1)',
  '',
];

/** The address of an image, as HTML and SVG write it. */
export function imageUri(random: Random, depth = 0): string {
  if (random.chance(0.15)) return random.pick(ODD);
  if (random.chance(0.5)) return svgUri(random, depth);
  const [kind, bytes] = raster(random);
  return `data:image/${kind};base64,${bytes.toString('base64')}`;
}

/** As styles write it: a semicolon would end the value. */
export const styleImage = (random: Random): string => imageUri(random).replace(/;[^,]*/, '');
