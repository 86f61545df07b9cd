/** Finds shapes, stencils and icons by words, each with the style that draws it. */

import { isPackageName } from '../assets/assetPack.js';
import { type Catalog, catalogOf } from '../assets/catalog.js';
import { nodeAssets } from '../index.js';
import { SHAPES } from '../shapes/registry.js';
import { COMMON_SHAPES } from './commonShapes.js';

export interface FoundShape {
  readonly name: string;
  readonly style: string;
}

interface Entry extends FoundShape {
  /** What it is looked for by, in small letters. */
  readonly words: readonly string[];
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
    const score = scoreOf(entry.words, wanted);
    return score === undefined ? [] : [{ entry, score, order }];
  });
  scored.sort((a, b) => b.score - a.score || a.order - b.order);
  return { found: scored.slice(0, most).map(({ entry }) => entry), all: scored.length };
}

/** In the order in which they are listed where they fit alike: what everybody uses first. */
function allEntries({ stencils, images }: Catalog): readonly Entry[] {
  const common = COMMON_SHAPES.map(({ name, style, also }) => ({ name, style, words: wordsOf(`${name} ${also}`) }));
  const own = [...SHAPES.keys()].map((name) => ({ name, style: `shape=${name};html=1;`, words: wordsOf(name) }));
  return [
    ...common,
    ...own,
    ...stencils.map((name) => ({ name, style: `shape=${name};html=1;${STENCIL_COLORS}`, words: wordsOf(name) })),
    ...images.map((name) => ({ name, style: `shape=image;image=${name};${ICON_LABEL}`, words: wordsOf(name) })),
  ].filter(({ name }) => !name.startsWith('mxgraph.') || isPackageName(name.slice(0, name.lastIndexOf('.'))));
}

/** As most libraries' icons are painted: without a fill they would be outlines. */
const STENCIL_COLORS = `${ICON_LABEL.replace('html=1;', '')}fillColor=#505050;strokeColor=none;`;

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\.(?:svg|png|gif|jpe?g)$/i, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'mxgraph' && word !== 'img' && word !== 'lib');

/** Undefined where a word is missing; else the more, the more of the name is what was asked for. */
function scoreOf(words: readonly string[], wanted: readonly string[]): number | undefined {
  let score = 0;
  for (const word of wanted) {
    const best = Math.max(
      ...words
        .slice(0, 40)
        .map((each) => (each === word ? 3 : each.startsWith(word) ? 2 : each.includes(word) ? 1 : 0)),
      0,
    );
    if (best === 0) return undefined;
    score += best;
  }
  return score / wanted.length - words.length / 100;
}
