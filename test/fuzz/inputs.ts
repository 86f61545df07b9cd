/** The inputs of a fuzz run: a seed and an index give one, the same on every machine. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { damageBytes, wrap } from './containers.js';
import { changeLabel, randomPage } from './labels.js';
import { changeAttribute, changeStyle, damageText, moveElements } from './markup.js';
import { type Random, randomOf } from './random.js';
import { Vocabulary } from './vocabulary.js';

export interface FuzzInput {
  readonly source: string | Uint8Array;
  /** The golden that it began as, and what was done to it. */
  readonly story: string;
}

const GOLDEN = path.resolve(import.meta.dirname, '../../golden');

interface Sample {
  readonly name: string;
  readonly xml: string;
}

/** The golden diagrams up to a size in characters: small ones, so that many inputs are tried. */
function readSamples(most: number): readonly Sample[] {
  return readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.drawio'))
    .sort()
    .map((name) => ({ name: name.replaceAll(path.sep, '/'), xml: readFileSync(path.join(GOLDEN, name), 'utf8') }))
    .filter(({ xml }) => xml.length <= most && xml.includes('<mxGraphModel'));
}

/** Cells that one input keeps of its golden: what is drawn must stay small for many to be tried. */
const CELLS_KEPT = 6;

/** A few of a diagram's cells, with its frame. */
function excerpt(xml: string, random: Random): string {
  const cells = [...xml.matchAll(/<(mxCell|UserObject|object)\b(?:[^>]*\/>|[\s\S]*?<\/\1>)/g)].filter(({ 0: cell }) =>
    /mxGeometry/.test(cell),
  );
  if (cells.length <= CELLS_KEPT) return xml;
  const from = random.below(cells.length - CELLS_KEPT + 1);
  const kept = cells.slice(from, from + 1 + random.below(CELLS_KEPT));
  const first = cells[0]?.index ?? 0;
  const last = cells.at(-1);
  const end = last === undefined ? xml.length : last.index + last[0].length;
  return xml.slice(0, first) + kept.map(({ 0: cell }) => cell).join('') + xml.slice(end);
}

type Mutation = (xml: string, random: Random, vocabulary: Vocabulary) => string;

const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ['text', damageText],
  ['elements', moveElements],
  ['attribute', changeAttribute],
  ['attribute', changeAttribute],
  ['style', changeStyle],
  ['style', changeStyle],
  ['style', changeStyle],
  ['label', changeLabel],
  ['label', changeLabel],
];

export class FuzzInputs {
  readonly #samples: readonly Sample[];
  readonly #vocabulary: Vocabulary;

  constructor(
    readonly seed: number,
    mostCharacters = 40_000,
  ) {
    this.#samples = readSamples(mostCharacters);
    this.#vocabulary = new Vocabulary(this.#samples.map(({ xml }) => xml));
  }

  input(index: number): FuzzInput {
    const random = randomOf(this.seed, index);
    const story: string[] = [];
    let xml: string;
    if (random.chance(0.25)) {
      xml = randomPage(random, this.#vocabulary);
      story.push('random page');
    } else {
      const sample = random.pick(this.#samples);
      xml = excerpt(sample.xml, random);
      story.push(sample.name);
    }
    for (let count = random.below(5); count > 0; count--) {
      const [name, mutate] = random.pick(MUTATIONS);
      xml = mutate(xml, random, this.#vocabulary);
      story.push(name);
    }
    let source: string | Uint8Array = xml;
    if (random.chance(0.12)) {
      source = wrap(xml, random);
      story.push('wrapped');
    }
    if (random.chance(0.08)) {
      source = damageBytes(source, random);
      story.push('bytes');
    }
    return { source, story: story.join(' > ') };
  }
}
