/** The widths of a table's columns: how narrow and wide each can be, and how a table's width is shared among them. */

export interface ColumnRange {
  min: number;
  max: number;
  /** A declared width, px. */
  fixed: number | undefined;
  /** A declared share of the table's width. */
  percent: number | undefined;
}

export interface SpanningWidth {
  readonly column: number;
  readonly span: number;
  readonly min: number;
  readonly max: number;
}

export const emptyColumn = (): ColumnRange => ({ min: 0, max: 0, fixed: undefined, percent: undefined });

/** Widens columns so that a cell across several of them fits. */
export function spread(
  columns: readonly ColumnRange[],
  { column, span, min, max }: SpanningWidth,
  spacing: number,
): void {
  const covered = columns.slice(column, column + span);
  const gaps = spacing * (covered.length - 1);
  grow(covered, min - gaps, 'min');
  grow(covered, max - gaps, 'max');
  for (const range of covered) range.max = Math.max(range.max, range.min);
}

function grow(columns: readonly ColumnRange[], wanted: number, key: 'min' | 'max'): void {
  const total = columns.reduce((sum, range) => sum + range[key], 0);
  if (wanted <= total) return;
  const flexible = columns.filter((range) => range.fixed === undefined && range.percent === undefined);
  const takers = flexible.length > 0 ? flexible : columns;
  const weights = takers.map((range) => range.max);
  const weight = weights.reduce((sum, value) => sum + value, 0);
  for (const [index, range] of takers.entries()) {
    const share = weight > 0 ? (weights[index] as number) / weight : 1 / takers.length;
    range[key] += (wanted - total) * share;
  }
}

/** The columns' widths in a table whose columns share `available` px. */
export function distribute(columns: readonly ColumnRange[], available: number): number[] {
  const least = columns.map((range) => range.min);
  const percents = columns.map((range, i) =>
    range.percent === undefined ? (least[i] as number) : Math.max(range.min, (range.percent / 100) * available),
  );
  const fixed = columns.map((range, i) =>
    range.percent !== undefined
      ? (percents[i] as number)
      : range.fixed !== undefined
        ? Math.max(range.min, range.fixed)
        : range.min,
  );
  const most = columns.map((range, i) =>
    range.percent !== undefined || range.fixed !== undefined ? (fixed[i] as number) : range.max,
  );
  const guesses = [least, percents, fixed, most];
  for (let i = 0; i + 1 < guesses.length; i++) {
    const narrow = guesses[i] as number[];
    const wide = guesses[i + 1] as number[];
    const from = total(narrow);
    const to = total(wide);
    if (available <= from && i === 0) return narrow;
    if (available >= from && available < to) {
      const share = (available - from) / (to - from);
      return narrow.map((width, k) => width + ((wide[k] as number) - width) * share);
    }
  }
  return shareExcess(columns, most, available - total(most));
}

/** What is left goes to columns without a width of their own, by their content; else to the others. */
function shareExcess(columns: readonly ColumnRange[], widths: readonly number[], excess: number): number[] {
  const automatic = columns.map((range) => range.fixed === undefined && range.percent === undefined);
  const fixed = columns.map((range) => range.percent === undefined);
  const takers = automatic.some(Boolean) ? automatic : fixed.some(Boolean) ? fixed : columns.map(() => true);
  const weights = widths.map((width, i) => (takers[i] ? width : 0));
  const weight = total(weights);
  const count = takers.filter(Boolean).length;
  return widths.map((width, i) => {
    if (!takers[i]) return width;
    return width + excess * (weight > 0 ? (weights[i] as number) / weight : 1 / count);
  });
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
