/** Finds shapes, stencils and icons by words, each with the style that draws it. */

import { assetPackOf } from '../assets/assetPack.js';
import { type Catalog, catalogOf } from '../assets/catalog.js';
import { nodeAssets } from '../index.js';
import { EDGE_SHAPES, SHAPES } from '../shapes/registry.js';
import { unpackStencil } from '../shapes/stencils/packedStencil.js';
import { COMMON_SHAPES } from './commonShapes.js';

export interface FoundShape {
  readonly name: string;
  readonly style: string;
}

interface Entry extends FoundShape {
  /** What it is looked for by, in small letters. */
  readonly words: readonly string[];
  /** How many words its name has, of which the fewer are none of the query's the better; none of a common shape's count. */
  readonly beside: number;
}

/** Text beside a picture, not on it. */
const ICON_LABEL = 'verticalLabelPosition=bottom;verticalAlign=top;aspect=fixed;html=1;';

let entries: readonly Entry[] | undefined;

/** What all words of a query are in, the best first. Empty where nothing is found. */
export function findShapes(
  query: string,
  most: number,
): { readonly found: readonly FoundShape[]; readonly all: number } {
  entries ??= allEntries(catalogOf(nodeAssets));
  const wanted = wordsOf(query);
  if (wanted.length === 0) return { found: [], all: 0 };
  const scored = entries.flatMap((entry, order) => {
    const score = scoreOf(entry, wanted);
    return score === undefined ? [] : [{ entry, score, order }];
  });
  scored.sort((a, b) => b.score - a.score || a.order - b.order);
  return { found: scored.slice(0, most).map(({ entry }) => painted(entry)), all: scored.length };
}

/** What is a fill without lines is white on white unless it has a colour. */
function painted({ name, style }: FoundShape): FoundShape {
  const packed = assetPackOf(nodeAssets).stencil(name);
  const hasLines = packed === undefined || /"kind":"(?:fill)?stroke"/i.test(JSON.stringify(unpackStencil(packed)));
  return { name, style: hasLines ? style : `${style}fillColor=#505050;strokeColor=none;` };
}

/** In the order in which they are listed where they fit alike: what everybody uses first. */
function allEntries({ stencils, images }: Catalog): readonly Entry[] {
  const common = COMMON_SHAPES.map(({ name, style, also }) => ({
    name,
    style,
    words: wordsOf(`${name} ${also}`),
    beside: 0,
  }));
  const entry = (name: string, style: string): Entry => {
    const words = wordsOf(name);
    return { name, style, words, beside: words.length };
  };
  // A vertex with the shape of an edge shows nothing.
  const own = [...SHAPES.keys()].filter((name) => !EDGE_SHAPES.has(name));
  return [
    ...common,
    ...own.map((name) => entry(name, `shape=${name};whiteSpace=wrap;html=1;`)),
    ...stencils.map((name) => entry(name, `shape=${name};${ICON_LABEL}`)),
    ...images.map((name) => entry(name, `shape=image;image=${name};${ICON_LABEL}`)),
  ];
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\.(?:svg|png|gif|jpe?g)$/i, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'mxgraph' && word !== 'img' && word !== 'lib');

/** Undefined where a word is missing; else the more, the more of the name is what was asked for. */
function scoreOf({ words, beside }: Entry, wanted: readonly string[]): number | undefined {
  let score = 0;
  for (const word of wanted) {
    let best = 0;
    for (const each of words) best = Math.max(best, likeness(each, word));
    if (best === 0) return undefined;
    score += best;
  }
  return score / wanted.length - beside / 100;
}

const likeness = (word: string, wanted: string): number =>
  word === wanted ? 3 : word.startsWith(wanted) ? 2 : word.includes(wanted) ? 1 : 0;
