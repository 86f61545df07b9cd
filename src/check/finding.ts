/** What a check finds: what is wrong with a diagram, where, and what to do about it. */
import type { Rect } from '../geometry/plane.js';
import type { Severity } from '../options.js';
import type { CellEdit } from './edits.js';

/** What a rule says of a page or of a file. */
export interface Problem {
  /** The ids of the cells concerned, the one to change first; empty where it is about the page or the file. */
  readonly cells: readonly string[];
  /** Where it is seen, page px (y down, from the page's origin). */
  readonly box?: Rect;
  /** A sentence that says what is wrong, and one that says what to do. */
  readonly message: string;
  /** Where it has one right answer: what mends it. */
  readonly fix?: Fix;
}

/** Changes to a page's XML, after which the problem is gone. */
export interface Fix {
  /** What is done, e.g. "id becomes \"a-2\"". */
  readonly what: string;
  readonly edits: readonly CellEdit[];
}

/** A problem with the rule that found it. */
export interface Finding extends Problem {
  /** The rule's name, as docs/rules.md has it. */
  readonly rule: string;
  readonly severity: Severity;
  /** The page, counted from 1; undefined where it is about the file. */
  readonly page?: number;
}
