/** Diagrams inside other files (compressed pages, PNG, SVG, HTML, PDF, libraries), and damage to their bytes. */
import { deflateSync } from 'node:zlib';
import { compressPage, pngWith } from '../decode/samples.js';
import { escaped } from './markup.js';
import type { Random } from './random.js';

type Wrap = (xml: string) => string | Uint8Array;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The model of a page, where a file holds one as it is. */
const modelIn = (xml: string): string => /<mxGraphModel[\s\S]*?<\/mxGraphModel>/.exec(xml)?.[0] ?? xml;

const mxfile = (xml: string): string => (xml.includes('<mxfile') ? xml : `<mxfile><diagram>${xml}</diagram></mxfile>`);

const littleEndian = (text: string): number[] =>
  [...text].flatMap((character) => [...Buffer.from(character, 'utf16le')]);

const WRAPPERS = {
  compressed: (xml) => `<mxfile><diagram id="a" name="b">${compressPage(modelIn(xml))}</diagram></mxfile>`,
  escaped: (xml) => `<mxfile><diagram>${escaped(modelIn(xml))}</diagram></mxfile>`,
  'percent-encoded': (xml) =>
    `<mxfile><diagram>${encodeURIComponent(modelIn(xml))}</diagram><diagram>${compressPage(modelIn(xml))}</diagram></mxfile>`,
  svg: (xml) => `<svg xmlns="http://www.w3.org/2000/svg" content="${escaped(mxfile(xml))}"><g/></svg>`,
  html: (xml) => `<div class="mxgraph" data-mxgraph="${escaped(JSON.stringify({ xml: mxfile(xml) }))}"></div>`,
  'html-page': (xml) =>
    `<!doctype html><title>x</title><body><div class="mxgraph" style="x" data-mxgraph='${JSON.stringify({
      xml: mxfile(xml),
    })
      .replaceAll('&', '&amp;')
      .replaceAll("'", '&#39;')}'></div>`,
  library: (xml) =>
    `<mxlibrary>${escaped(JSON.stringify([{ xml: compressPage(modelIn(xml)), w: 80, h: 40, title: 'a' }]))}</mxlibrary>`,
  png: (xml) => pngWith('tEXt', 'mxfile', bytesOf(encodeURIComponent(mxfile(xml)))),
  'png-packed': (xml) =>
    pngWith('zTXt', 'mxfile', new Uint8Array([0, ...deflateSync(encodeURIComponent(mxfile(xml)))])),
  'png-international': (xml) => pngWith('iTXt', 'mxGraphModel', new Uint8Array([0, 0, 0, 0, ...bytesOf(modelIn(xml))])),
  pdf: (xml) =>
    bytesOf(
      `%PDF-1.4\n1 0 obj\n<< /Subject (${encodeURIComponent(mxfile(xml))}) >>\nendobj\ntrailer << /Info 1 0 R >>`,
    ),
  'utf-16': (xml) => new Uint8Array([0xff, 0xfe, ...littleEndian(xml)]),
} as const satisfies Readonly<Record<string, Wrap>>;

export type ContainerName = keyof typeof WRAPPERS;

export const CONTAINER_NAMES = Object.keys(WRAPPERS) as readonly ContainerName[];

export const randomContainer = (random: Random): ContainerName => random.pick(CONTAINER_NAMES);

/** A diagram packed into another file. */
export const wrap = (xml: string, name: ContainerName): string | Uint8Array =>
  // Half a character can't be packed.
  WRAPPERS[name](xml.replace(/\p{Cs}/gu, ''));

/** Bits flipped, bytes overwritten, cut out or repeated. */
export function damageBytes(source: string | Uint8Array, random: Random): Uint8Array {
  let bytes: Uint8Array = typeof source === 'string' ? bytesOf(source) : source.slice();
  for (let i = random.below(6); i >= 0; i--) {
    const at = random.below(bytes.length);
    switch (random.below(4)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 1:
        bytes[at] = random.pick([0, 0xff, 0x7f, 0x80, random.below(256)]);
        break;
      case 2:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at + random.below(20)));
        break;
      default:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - random.below(64))));
    }
  }
  return bytes;
}

function joined(one: Uint8Array, two: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + two.length);
  whole.set(one);
  whole.set(two, one.length);
  return whole;
}
