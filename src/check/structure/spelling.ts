/** The nearest of the words that there are to one that isn't among them. */
import { smallest } from '../../primitives/lists.js';

/**
 * How many letters have to be changed, left out, put in or exchanged with the next to make one word of another; past
 * `most` only that it is more.
 */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    if (smallest(row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** Words longer than this are no misspelt names. */
const LONGEST = 80;

/** As few changes as a slip of the hand makes: one in a short word, two in a longer one. */
const slips = (word: string): number => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

/** The same however words are joined and capitals are set. */
const folded = (word: string): string => word.toLowerCase().replace(/[-_. ]/g, '');

/** The word that is meant, where one is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const own = folded(word);
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const other of words) {
    const candidate = folded(other);
    const distance = candidate === own ? 0 : distanceOf(own, candidate, slips(own));
    if (distance <= slips(own) && (!best || distance < best.distance)) best = { word: other, distance };
  }
  return best?.word;
}

/** How many different names one rule proposes others for on a page. */
const MOST_LOOKUPS = 100;

/** Looks for what is meant by names, each once, and by so many that it takes no long time. */
export function adviser(words: (name: string) => Iterable<string>): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name) && known.size < MOST_LOOKUPS) known.set(name, nearest(name, words(name)));
    return known.get(name);
  };
}
