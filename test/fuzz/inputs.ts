/** The inputs of a fuzz run: a seed and an index give one, the same on every machine. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ContainerName, damageBytes, randomContainer, wrap } from './containers.js';
import { changeLabel } from './labels.js';
import { changeAttribute, changeStyle, damageText, moveElements } from './markup.js';
import { changeMermaid, randomMermaid } from './mermaid.js';
import { randomFile } from './pages.js';
import { Random } from './random.js';
import { Vocabulary } from './vocabulary.js';

/** A text, and what it is packed in: kept apart, so that the text can be made smaller. */
export interface FuzzInput {
  readonly language: 'drawio' | 'mermaid';
  readonly text: string;
  readonly container?: ContainerName;
  /** The seed of the damage that its bytes take. */
  readonly damage?: number;
  /** The golden that it began as, and what was done to it. */
  readonly story: string;
}

/** What is handed to a function that draws. */
export function sourceOf({ text, container, damage }: FuzzInput): string | Uint8Array {
  const packed = container === undefined ? text : wrap(text, container);
  return damage === undefined ? packed : damageBytes(packed, new Random(damage));
}

const GOLDEN = path.resolve(import.meta.dirname, '../../golden');

interface Sample {
  readonly name: string;
  readonly text: string;
}

/** The golden files of a kind up to a size in characters: small ones, so that many inputs are tried. */
function readSamples(ending: string, most: number): readonly Sample[] {
  return readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name: name.replaceAll(path.sep, '/'), text: readFileSync(path.join(GOLDEN, name), 'utf8') }))
    .filter(({ text }) => text.length <= most);
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

/** How many of the inputs are Mermaid texts. */
const MERMAID = 1 / 14;

export class FuzzInputs {
  readonly vocabulary: Vocabulary;
  readonly #diagrams: readonly Sample[];
  readonly #texts: readonly Sample[];

  constructor(mostCharacters = 40_000) {
    this.#diagrams = readSamples('.drawio', mostCharacters).filter(({ text }) => text.includes('<mxGraphModel'));
    this.#texts = readSamples('.mmd', mostCharacters);
    this.vocabulary = new Vocabulary(this.#diagrams.map(({ text }) => text));
  }

  input(random: Random): FuzzInput {
    return random.chance(MERMAID) ? this.#mermaid(random) : this.#diagram(random);
  }

  #mermaid(random: Random): FuzzInput {
    if (random.chance(0.6)) return { language: 'mermaid', text: randomMermaid(random), story: 'random text' };
    const sample = random.pick(this.#texts);
    let { text } = sample;
    const changes = random.below(5);
    for (let i = 0; i < changes; i++) text = (random.chance(0.8) ? changeMermaid : damageText)(text, random);
    return { language: 'mermaid', text, story: `${sample.name}, ${changes} changes` };
  }

  #diagram(random: Random): FuzzInput {
    const story: string[] = [];
    let text: string;
    if (random.chance(0.45)) {
      text = randomFile(random, this.vocabulary);
      story.push('random file');
    } else {
      const sample = random.pick(this.#diagrams);
      text = excerpt(sample.text, random);
      story.push(sample.name);
    }
    for (let count = random.below(story[0] === 'random file' ? 2 : 5); count > 0; count--) {
      const [name, mutate] = random.pick(MUTATIONS);
      text = mutate(text, random, this.vocabulary);
      story.push(name);
    }
    const container = random.chance(0.12) ? randomContainer(random) : undefined;
    if (container) story.push(container);
    const damage = random.chance(0.06) ? random.below(2 ** 31) : undefined;
    if (damage !== undefined) story.push('bytes');
    return { language: 'drawio', text, container, damage, story: story.join(' > ') };
  }
}
