/** Compares two runs of the benchmark by what does not depend on the machine. */

/** A figure of a run. */
export interface Row {
  readonly name: string;
  /** Milliseconds or MiB. */
  readonly value: number;
  /** What is compared: multiples of the yardstick that was timed in the same run; of memory, MiB. */
  readonly ratio: number;
}

export interface Change {
  readonly name: string;
  /** Ratios. */
  readonly before: number;
  readonly after: number;
}

export interface CheckedRun {
  /** What takes more than before by more than the tolerance, the worst first. */
  readonly slower: readonly Change[];
  /** What takes less by as much. */
  readonly faster: readonly Change[];
  /** What only the kept run has. */
  readonly missing: readonly string[];
  /** How many rows both have. */
  readonly compared: number;
}

export const TOLERANCE = 0.15;

/** Rows whose ratio is no number above zero say nothing, and are passed over. */
export function checkRun(kept: readonly Row[], now: readonly Row[], tolerance = TOLERANCE): CheckedRun {
  const current = new Map(now.map(({ name, ratio }) => [name, ratio]));
  const missing = kept.filter(({ name }) => !current.has(name)).map(({ name }) => name);
  const changes = kept
    .map(({ name, ratio }): Change => ({ name, before: ratio, after: current.get(name) ?? Number.NaN }))
    .filter(({ before, after }) => before > 0 && after > 0);
  const grown = ({ before, after }: Change): number => after / before;
  return {
    slower: changes.filter((change) => grown(change) > 1 + tolerance).sort((a, b) => grown(b) - grown(a)),
    faster: changes.filter((change) => grown(change) < 1 / (1 + tolerance)).sort((a, b) => grown(a) - grown(b)),
    missing,
    compared: changes.length,
  };
}

/** What a check found, in lines. */
export function checkText({ slower, faster, missing, compared }: CheckedRun): string {
  const percent = ({ before, after }: Change): string =>
    `${after > before ? '+' : ''}${Math.round((after / before - 1) * 100)} %`;
  const line = (word: string) => (change: Change) =>
    `${word} ${percent(change)}: ${change.name} (${change.before.toPrecision(3)} → ${change.after.toPrecision(3)})`;
  const lines = [...slower.map(line('slower')), ...faster.map(line('faster'))];
  if (missing.length > 0) lines.push(`not measured: ${missing.join(', ')}`);
  lines.push(`${compared} rows compared, ${slower.length} slower by more than ${TOLERANCE * 100} %`);
  return lines.join('\n');
}

/** The rows of a run that was kept with --json. Throws where the text is none. */
export function readRows(text: string): readonly Row[] {
  const { rows } = JSON.parse(text) as { readonly rows?: unknown };
  const isRow = (row: Partial<Row>): boolean => typeof row?.name === 'string' && typeof row.ratio === 'number';
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error('The file holds no run of this benchmark.');
  return rows as readonly Row[];
}
