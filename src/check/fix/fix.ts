/** Mends what has one right answer, and checks again until nothing of the kind is left. */
import type { Budget } from '../../budget.js';
import { Inflation } from '../../decode/compression.js';
import { MxsvgError } from '../../diagnostics.js';
import { completeLimits } from '../../limits.js';
import type { CheckOptions } from '../../options.js';
import type { DrawingTools } from '../../pipeline/layOut.js';
import { append } from '../../primitives/lists.js';
import { checkFile } from '../check.js';
import type { CellEdit } from '../edits.js';
import type { Finding } from '../finding.js';
import { applyEdits } from './apply.js';

export interface FixedFile {
  /** The file with what could be mended; the same text where nothing was. */
  readonly text: string;
  /** What was found and is mended. */
  readonly fixed: readonly Finding[];
  /** What is left, as `check` tells it. */
  readonly findings: readonly Finding[];
}

/** One mending may bring the next to light; more rounds than this are a circle. */
const MOST_ROUNDS = 5;

/**
 * Mends a file: a text of draw.io's own XML, or the bytes of one in UTF-8. Throws MxsvgError as `check` does, and
 * 'invalid-option' for other kinds of files, which hold their diagram in a form that can't be edited in place.
 */
export function fixFile(
  tools: DrawingTools,
  source: string | Uint8Array,
  options: CheckOptions,
  budget: Budget,
): FixedFile {
  let text = typeof source === 'string' ? source : utf8(source);
  if (!OWN_XML.test(withoutProlog(text))) {
    throw unfixable('it is not draw.io’s own XML (<mxfile> or <mxGraphModel>)');
  }
  const inflation = new Inflation(completeLimits(options.limits));
  const fixed: Finding[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = checkFile(tools, text, options, budget, Number.POSITIVE_INFINITY);
    const { edits, mended } = chosenEdits(found);
    const next = edits.size === 0 ? text : applyEdits(text, edits, inflation);
    if (next === text) break;
    text = next;
    append(fixed, mended);
  }
  return { text, fixed, findings: checkFile(tools, text, options, budget) };
}

const OWN_XML = /^<(?:mxfile|mxGraphModel|diagram)[\s>]/;

/** The text from its first element on: behind a byte order mark, a declaration and comments. */
function withoutProlog(text: string): string {
  let rest = text.replace(/^\ufeff/, '').trimStart();
  for (let ending = endingOf(rest); ending !== undefined; ending = endingOf(rest)) {
    const end = rest.indexOf(ending);
    if (end < 0) return '';
    rest = rest.slice(end + ending.length).trimStart();
  }
  return rest;
}

/** What ends the declaration or comment that a text begins with. */
function endingOf(text: string): string | undefined {
  if (text.startsWith('<?')) return '?>';
  return text.startsWith('<!--') ? '-->' : undefined;
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw unfixable('it is not written in UTF-8', cause);
  }
}

const unfixable = (why: string, cause?: unknown): MxsvgError =>
  new MxsvgError('invalid-option', `The file can't be mended in place: ${why}.`, { cause });

/** The edits of all fixes by page, without those that change what another one changes: these wait for the next round. */
function chosenEdits(findings: readonly Finding[]) {
  const edits = new Map<number, CellEdit[]>();
  const taken = new Set<string>();
  const mended: Finding[] = [];
  for (const finding of findings) {
    const { fix, page } = finding;
    if (!fix || page === undefined) continue;
    const keys = fix.edits.map(({ ordinal, part, attribute }) => JSON.stringify([page, ordinal, part, attribute]));
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    const own = edits.get(page - 1) ?? [];
    append(own, fix.edits);
    edits.set(page - 1, own);
    mended.push(finding);
  }
  return { edits, mended };
}
