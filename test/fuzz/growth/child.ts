/** A process that measures the growth of patterns: the least time of a size in ms, then their indexes. Prints JSON, a line each. */
import { growthOf, MOST, measureGrowth } from './measure.js';
import { PATTERNS } from './patterns.js';

const [least = 100, ...indexes] = process.argv.slice(2).map(Number);
for (const index of indexes) {
  const pattern = PATTERNS[index];
  if (!pattern) throw new Error(`There is no pattern ${index}.`);
  try {
    let growth = await measureGrowth(pattern, least);
    // A machine that does other things as well makes one measurement too long now and then.
    for (let again = 0; again < 2 && Math.max(...growthOf(growth)) > MOST; again++) {
      const other = await measureGrowth(pattern, least);
      if (Math.max(...growthOf(other)) < Math.max(...growthOf(growth))) growth = other;
    }
    console.log(JSON.stringify({ index, growth }));
  } catch (error) {
    console.log(JSON.stringify({ index, error: String(error) }));
  }
}
