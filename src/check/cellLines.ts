/** On which line of a file a cell is written, for those who show findings beside it. */
import { Inflation } from '../decode/compression.js';
import { completeLimits, type Limits } from '../limits.js';
import { cellTags, pageTexts } from './fix/pageTexts.js';

/** Gives the line, from 1, of a cell on a page counted from 1; undefined where the page is compressed or hasn't it. */
export type LineLookup = (page: number, cellId: string) => number | undefined;

/** Looks through a file's text once. What isn't draw.io's own XML has no such lines. */
export function cellLines(text: string, limits?: Partial<Limits>): LineLookup {
  const lines = new Map<string, number>();
  const pages = pageTexts(text, new Inflation(completeLimits(limits)));
  let [at, line] = [0, 1];
  for (const [index, page] of pages.entries()) {
    if (!page || page.isCompressed) continue;
    for (const { outer } of cellTags(page.xml)) {
      const place = outer?.attributes.get('id');
      if (!outer || !place) continue;
      const start = page.start + outer.start;
      for (; at < start; at++) if (text[at] === '\n') line += 1;
      const key = keyOf(index + 1, page.xml.slice(place.start, place.end));
      if (!lines.has(key)) lines.set(key, line);
    }
  }
  return (page, cellId) => lines.get(keyOf(page, cellId));
}

const keyOf = (page: number, cellId: string): string => `${page} ${cellId}`;
