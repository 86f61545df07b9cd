/**
 * draw.io files that the command wrote from others under a name that it made up: they say so at their end, so that they
 * are not taken for diagrams of their own when they are found beside what they were written from.
 */
import path from 'node:path';
import { partOf } from './files.js';

const MARK_START = '<!-- Written by mxsvg from ';
const MARK_END = ': what is changed here is lost when it is written again. -->\n';

/** A comment can't hold two hyphens in a row. */
const nameIn = (source: string): string => path.basename(source).replace(/-(?=-)/g, '- ');

/** The file's text, which says what it was written from. */
export const withSource = (xml: string, source: string): string => `${xml}${MARK_START}${nameIn(source)}${MARK_END}`;

/** More than a mark takes, bytes. */
const TAIL = 2048;

/** Whether a file says that it was written from another that is in its folder; `names`: what else is there. */
export function isDerived(file: string, names: readonly string[]): boolean {
  const end = partOf(file, -TAIL);
  if (!end?.endsWith(MARK_END)) return false;
  const source = end.slice(end.lastIndexOf(MARK_START) + MARK_START.length, -MARK_END.length);
  return names.some((name) => name !== path.basename(file) && nameIn(name) === source);
}
