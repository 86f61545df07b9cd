/** A regular expression as Glushkov's automaton: a state for each of its characters, and how many ways lead between them. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** What one character of the expression matches, as written: "[^>]", "\s", "a". */
export type CharacterPattern = string;

export interface Automaton {
  /** The pattern of each state: of the character by which it is entered. */
  readonly states: readonly CharacterPattern[];
  /** Where a match may begin that need not begin at the text's start. */
  readonly first: ReadonlySet<number>;
  /** How many ways lead from a state to the next, without a character between them. */
  readonly follow: readonly ReadonlyMap<number, number>[];
  /** The states at which the expression has matched, whatever comes. */
  readonly matched: ReadonlySet<number>;
  /** What the automaton can't tell: a reason to refuse the expression. */
  readonly unknown?: string;
}

/** How an expression's part begins and ends. Counts of ways are kept up to 2: more than one is what matters. */
interface Part {
  readonly first: ReadonlyMap<number, Ways>;
  readonly last: ReadonlyMap<number, Ways>;
  /** The ways of matching nothing. */
  readonly empty: Ways;
}

interface Ways {
  readonly count: number;
  /** Only at the text's start. */
  readonly anchored: boolean;
  /** Whatever the text is: no assertion has to hold. */
  readonly sure: boolean;
}

const NO_WAY: Ways = { count: 0, anchored: true, sure: false };
const FREELY: Ways = { count: 1, anchored: false, sure: true };
const NOTHING: Part = { first: new Map(), last: new Map(), empty: FREELY };

/** Repetitions up to this are written out; a higher bound is taken for none. */
const MOST_COPIES = 32;

export function automatonOf(source: string, flags: string): Automaton {
  const parser = new RegExpParser();
  const unicode = flags.includes('u');
  const pattern = parser.parsePattern(source, 0, source.length, { unicode, unicodeSets: flags.includes('v') });
  const builder = new Builder(flags.includes('m'));
  const whole = builder.choice(pattern.alternatives);
  const free = [...whole.first].filter(([, ways]) => !ways.anchored);
  const sure = [...whole.last].filter(([, ways]) => ways.sure);
  return {
    states: builder.states,
    first: new Set(free.map(([state]) => state)),
    follow: builder.follow,
    matched: new Set(sure.map(([state]) => state)),
    unknown: builder.unknown,
  };
}

class Builder {
  readonly states: CharacterPattern[] = [];
  readonly follow: Map<number, number>[] = [];
  unknown?: string;

  constructor(readonly multiline: boolean) {}

  choice(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) => this.#sequence(elements));
    return {
      first: sum(parts.map(({ first }) => first)),
      last: sum(parts.map(({ last }) => last)),
      empty: parts.reduce((all, { empty }) => either(all, empty), NO_WAY),
    };
  }

  #sequence(elements: readonly AST.Element[]): Part {
    return elements.reduce((before: Part, element) => this.#joined(before, this.#part(element)), NOTHING);
  }

  #joined(before: Part, after: Part): Part {
    this.#connect(before.last, after.first);
    return {
      first: sum([before.first, times(after.first, before.empty)]),
      last: sum([after.last, times(before.last, after.empty)]),
      empty: both(before.empty, after.empty),
    };
  }

  #connect(last: ReadonlyMap<number, Ways>, first: ReadonlyMap<number, Ways>): void {
    for (const [from, leaving] of last) {
      for (const [to, entering] of first) {
        if (entering.anchored) continue;
        const next = this.follow[from] as Map<number, number>;
        next.set(to, Math.min(2, (next.get(to) ?? 0) + leaving.count * entering.count));
      }
    }
  }

  #part(element: AST.Element): Part {
    switch (element.type) {
      case 'Assertion':
        return this.#assertion(element);
      case 'Quantifier':
        return this.#repeated(element);
      case 'Group':
      case 'CapturingGroup':
        return this.choice(element.alternatives);
      case 'Backreference':
        return this.#reference(element);
      default:
        return this.#character(element.raw);
    }
  }

  #character(raw: string): Part {
    const state = this.states.push(raw) - 1;
    this.follow.push(new Map());
    return { first: new Map([[state, FREELY]]), last: new Map([[state, FREELY]]), empty: NO_WAY };
  }

  /** What looks ahead is tried from where it stands, and leads nowhere. */
  #assertion(assertion: AST.Assertion): Part {
    const condition: Ways = { count: 1, anchored: false, sure: false };
    switch (assertion.kind) {
      case 'start':
        return { ...NOTHING, empty: { ...condition, anchored: !this.multiline } };
      case 'lookahead':
        return { first: this.choice(assertion.alternatives).first, last: new Map(), empty: condition };
      case 'lookbehind':
        if (/[*+]|\{\d+,\}/.test(assertion.raw)) this.unknown = `looks back without end: ${assertion.raw}`;
        return { ...NOTHING, empty: condition };
      default:
        return { ...NOTHING, empty: condition };
    }
  }

  /** As if the group stood here once more: it matches no less. */
  #reference({ resolved }: AST.Backreference): Part {
    const [group] = [resolved].flat();
    const copy = this.choice((group as AST.CapturingGroup).alternatives);
    return { ...copy, last: new Map([...copy.last].map(([state, ways]) => [state, { ...ways, sure: false }])) };
  }

  #repeated({ element, min, max }: AST.Quantifier): Part {
    const copies = Math.min(max === Infinity ? min : max, MOST_COPIES);
    const parts = Array.from({ length: copies }, () => this.#part(element));
    const needed = parts.slice(0, min).reduce((before, part) => this.#joined(before, part), NOTHING);
    if (max > MOST_COPIES) return this.#joined(needed, this.#loop(this.#part(element)));
    // From the last: each further copy can only come after the one before it.
    const optional = parts.slice(min).reduceRight((rest, part) => possibly(this.#joined(part, rest)), NOTHING);
    return this.#joined(needed, optional);
  }

  #loop(body: Part): Part {
    this.#connect(body.last, body.first);
    return { ...body, empty: FREELY };
  }
}

const possibly = (part: Part): Part => ({ ...part, empty: either(part.empty, FREELY) });

function either(a: Ways, b: Ways): Ways {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  return { count: Math.min(2, a.count + b.count), anchored: a.anchored && b.anchored, sure: a.sure || b.sure };
}

function both(a: Ways, b: Ways): Ways {
  if (a.count === 0 || b.count === 0) return NO_WAY;
  return { count: Math.min(2, a.count * b.count), anchored: a.anchored || b.anchored, sure: a.sure && b.sure };
}

function sum(parts: readonly ReadonlyMap<number, Ways>[]): ReadonlyMap<number, Ways> {
  const all = new Map<number, Ways>();
  for (const [state, ways] of parts.flatMap((part) => [...part]))
    all.set(state, either(all.get(state) ?? NO_WAY, ways));
  return all;
}

function times(part: ReadonlyMap<number, Ways>, ways: Ways): ReadonlyMap<number, Ways> {
  if (ways.count === 0) return new Map();
  return new Map([...part].map(([state, each]) => [state, both(each, ways)]));
}
