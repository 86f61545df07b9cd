/** Prints how much of each room of src the tests ran, after `vitest run --coverage`: statements, percent. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Counts {
  readonly total: number;
  readonly covered: number;
}

const summary = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8')) as Readonly<
  Record<string, { readonly statements: Counts }>
>;
const rooms = new Map<string, { total: number; covered: number }>();
for (const [file, { statements }] of Object.entries(summary)) {
  if (file === 'total') continue;
  const [first = '', second] = path.relative('src', file).split(path.sep);
  const room = second === undefined ? '(loose files)' : first;
  const counts = rooms.get(room) ?? { total: 0, covered: 0 };
  rooms.set(room, { total: counts.total + statements.total, covered: counts.covered + statements.covered });
}
const percent = ({ total, covered }: Counts): number => (100 * covered) / Math.max(1, total);
for (const [room, counts] of [...rooms].sort(([, a], [, b]) => percent(a) - percent(b))) {
  console.log(`${percent(counts).toFixed(1).padStart(5)} %  ${room}`);
}
