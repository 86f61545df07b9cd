/** Diagrams inside other files (compressed pages, PNG, SVG, HTML, PDF, libraries), and damage to their bytes. */
import { compressPage, pngWith } from '../decode/samples.js';
import { escaped } from './markup.js';
import type { Random } from './random.js';

type Wrap = (xml: string) => string | Uint8Array;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const WRAPPERS: readonly Wrap[] = [
  (xml) => `<mxfile><diagram id="a" name="b">${compressPage(xml)}</diagram></mxfile>`,
  (xml) => `<mxfile><diagram>${escaped(xml)}</diagram></mxfile>`,
  (xml) => `<mxfile><diagram>${encodeURIComponent(xml)}</diagram><diagram>${compressPage(xml)}</diagram></mxfile>`,
  (xml) => `<svg xmlns="http://www.w3.org/2000/svg" content="${escaped(xml)}"><g/></svg>`,
  (xml) => `<div class="mxgraph" data-mxgraph="${escaped(JSON.stringify({ xml }))}"></div>`,
  (xml) => `<mxlibrary>${escaped(JSON.stringify([{ xml: compressPage(xml), w: 80, h: 40, title: 'a' }]))}</mxlibrary>`,
  (xml) => pngWith('tEXt', 'mxfile', bytesOf(encodeURIComponent(xml))),
  (xml) => pngWith('iTXt', 'mxGraphModel', new Uint8Array([0, 0, 0, 0, ...bytesOf(xml)])),
  (xml) => bytesOf(`%PDF-1.4\n1 0 obj\n<< /Subject (${encodeURIComponent(xml)}) >>\nendobj\ntrailer << /Info 1 0 R >>`),
  (xml) => new Uint8Array([0xff, 0xfe, ...[...xml].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])]),
];

/** The model of a page, where a file holds one as it is. */
export const modelIn = (xml: string): string => /<mxGraphModel[\s\S]*?<\/mxGraphModel>/.exec(xml)?.[0] ?? xml;

/** A diagram packed into another file. */
export const wrap = (xml: string, random: Random): string | Uint8Array =>
  random.pick(WRAPPERS)(modelIn(xml).replace(/\p{Cs}/gu, ''));

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
