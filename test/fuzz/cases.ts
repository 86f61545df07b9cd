/** What a fuzz run tries: an input, one of its outputs, and options. A seed and an index give one, on every machine. */
import { type FuzzInput, FuzzInputs } from './inputs.js';
import { changeAttribute, changeStyle, moveElements } from './markup.js';
import { PAGE_OPTIONS, type PlainOptions, randomOptions } from './options.js';
import { OUTPUTS, type OutputName } from './outputs.js';
import type { Random } from './random.js';
import { randomOf } from './random.js';

export interface Case {
  readonly input: FuzzInput;
  readonly output: OutputName;
  readonly options: PlainOptions;
  /** Another version of the text, where two are compared. */
  readonly other?: string;
  /** Whether it is drawn a second time, to the same bytes. */
  readonly twice: boolean;
  /** Decides on what an output itself leaves to chance. */
  readonly chance: number;
}

export class Cases {
  readonly #inputs = new FuzzInputs();

  case(seed: number, index: number): Case {
    const random = randomOf(seed, index);
    const input = this.#inputs.input(random);
    const output = randomOutput(input.language, random);
    const { table, pages } = OUTPUTS[output];
    const page = pages === undefined || random.chance(0.85) ? {} : { [pages]: PAGE_OPTIONS[pages](random) };
    return {
      input,
      output,
      options: { ...randomOptions(table, random), ...page },
      other: output === 'compare' ? this.#changed(input.text, random) : undefined,
      twice: random.chance(0.15),
      chance: random.below(2 ** 31),
    };
  }

  #changed(text: string, random: Random): string {
    const change = random.pick([changeAttribute, changeStyle, moveElements]);
    return change(text, random, this.#inputs.vocabulary);
  }
}

function randomOutput(language: FuzzInput['language'], random: Random): OutputName {
  const all = Object.entries(OUTPUTS).filter(([, { of }]) => of === language);
  let at = random.next() * all.reduce((sum, [, { weight }]) => sum + weight, 0);
  for (const [name, { weight }] of all) {
    at -= weight;
    if (at < 0) return name as OutputName;
  }
  return all[0]?.[0] as OutputName;
}
