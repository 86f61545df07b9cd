/** Tells whether the work of a regular expression can grow faster than its text. */
import { type Automaton, automatonOf } from './positions.js';

/**
 * A text, to be repeated, by which the expression's work grows with the square of its length or faster; undefined where
 * there is none. The number of ways in which a text's characters can be met bounds the work of a backtracking matcher.
 * It grows beyond a constant for each character only where, by one and the same text, a state leads back to itself, as
 * well to a second state, and the second to itself (Weber and Seidl, 1991, "IDA"). One of them may be the search: an
 * expression is tried at each character of its text, unless it holds to the text's start. Where the second state, or
 * one on its way back to itself, ends the match in any case, the rest of the text isn't looked at once more.
 */
export function hostileText(source: string, flags: string): string | undefined {
  const automaton = automatonOf(source, flags);
  if (automaton.unknown !== undefined) return automaton.unknown;
  const search = automaton.states.length;
  const states = [...automaton.states.map((_, state) => state), search];
  const follow: ReadonlySet<number>[] = automaton.follow.map((next) => new Set(next.keys()));
  follow.push(new Set(flags.includes('y') ? automaton.first : [...automaton.first, search]));
  const matched = (state: number): boolean => automaton.matched.has(state);
  const around = states.map((state) => roundTrip(follow, state, () => true));
  const unfinished = states.map((state) =>
    matched(state) ? new Set<number>() : roundTrip(follow, state, (each) => !matched(each)),
  );
  for (const p of states) {
    for (const [q, ways] of automaton.follow[p] ?? []) {
      if (ways > 1 && around[p]?.has(q)) return `${automaton.states[q]} in two ways`;
    }
  }
  const loops = states.filter((state) => (around[state]?.size ?? 0) > 0);
  if (loops.every((state) => state === search)) return undefined;
  const machine: Machine = { follow, letters: lettersOf(automaton.states, flags) };
  for (const q of loops.filter((state) => state !== search && (unfinished[state]?.size ?? 0) > 0)) {
    for (const p of loops) {
      if (p === q || !reaches(follow, p, q)) continue;
      const text = pumped(machine, p, q, around[p] as Set<number>, unfinished[q] as Set<number>);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

interface Machine {
  readonly follow: readonly ReadonlySet<number>[];
  /** By state, the kinds of characters that enter it; all kinds for the search. */
  readonly letters: readonly ReadonlyMap<string, string>[];
}

/** A text that leads from p to p, from p to q and from q to q alike, by the shortest way through all three at once. */
function pumped(
  { follow, letters }: Machine,
  p: number,
  q: number,
  firstWay: ReadonlySet<number>,
  lastWay: ReadonlySet<number>,
): string | undefined {
  const seen = new Set<string>();
  let front: { at: readonly [number, number, number]; text: string }[] = [{ at: [p, p, q], text: '' }];
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { at, text } of front) {
      for (const a of follow[at[0]] as ReadonlySet<number>) {
        if (!firstWay.has(a)) continue;
        for (const b of follow[at[1]] as ReadonlySet<number>) {
          for (const c of follow[at[2]] as ReadonlySet<number>) {
            if (!lastWay.has(c) || seen.has(`${a} ${b} ${c}`)) continue;
            const letter = common(letters[a], letters[b], letters[c]);
            if (letter === undefined) continue;
            if (a === p && b === q && c === q) return text + letter;
            seen.add(`${a} ${b} ${c}`);
            next.push({ at: [a, b, c], text: text + letter });
          }
        }
      }
    }
    front = next;
  }
  return undefined;
}

type Letters = ReadonlyMap<string, string> | undefined;

/** A character that enters three states alike. */
function common(a: Letters, b: Letters, c: Letters): string | undefined {
  for (const [kind, letter] of c ?? []) if (a?.has(kind) && b?.has(kind)) return letter;
  return undefined;
}

function reached(follow: Machine['follow'], from: number, within: (state: number) => boolean): Set<number> {
  const found = new Set<number>();
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of follow[state] as ReadonlySet<number>) {
      if (found.has(next) || !within(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

const reaches = (follow: Machine['follow'], from: number, to: number): boolean =>
  reached(follow, from, () => true).has(to);

/** The states on the ways from a state back to it. */
function roundTrip(follow: Machine['follow'], state: number, within: (state: number) => boolean): Set<number> {
  const ahead = reached(follow, state, within);
  return new Set(
    [...ahead].filter((each) => (each === state ? ahead.has(state) : reached(follow, each, within).has(state))),
  );
}

/** The characters that expressions are tried with: all that two bytes hold, and one of each further kind. */
const CHARACTERS = [
  ...Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)),
  ...['\u{10000}', '\u{1d400}', '\u{1f600}', '\u{20000}', '\u{e0100}'],
];

/** Which of them a pattern matches, and at which it begins or ends to match. */
interface Matches {
  readonly has: Uint8Array;
  readonly changes: readonly number[];
}

const KNOWN = new Map<string, Matches>();

function matchesOf(pattern: string, flags: string): Matches {
  const kept = flags.replace(/[^isuv]/g, '');
  const key = `${kept} ${pattern}`;
  let known = KNOWN.get(key);
  if (!known) {
    const expression = new RegExp(`^(?:${pattern})$`, kept);
    const has = Uint8Array.from(CHARACTERS, (character) => (expression.test(character) ? 1 : 0));
    const changes = CHARACTERS.flatMap((_, index) => (has[index] === has[index - 1] ? [] : [index]));
    known = { has, changes };
    KNOWN.set(key, known);
  }
  return known;
}

/** "!", where characters that can be read in a report begin. */
const READABLE = 0x21;

/** For each state, and last the search, the kinds of characters that enter it, each with one character of the kind. */
function lettersOf(states: Automaton['states'], flags: string): Map<string, string>[] {
  const patterns = [...new Set(states)];
  const sets = patterns.map((pattern) => matchesOf(pattern, flags));
  const kinds = new Map<string, number>();
  for (const index of [READABLE, ...sets.flatMap(({ changes }) => changes)]) {
    const kind = sets.map(({ has }) => has[index]).join('');
    const before = kinds.get(kind);
    if (before === undefined || (before < READABLE && index >= READABLE)) kinds.set(kind, index);
  }
  const entering = (accepts: (kind: string) => boolean): Map<string, string> =>
    new Map([...kinds].filter(([kind]) => accepts(kind)).map(([kind, at]) => [kind, CHARACTERS[at] as string]));
  const byPattern = new Map(patterns.map((pattern, index) => [pattern, entering((kind) => kind[index] === '1')]));
  return [...states.map((pattern) => byPattern.get(pattern) as Map<string, string>), entering(() => true)];
}
