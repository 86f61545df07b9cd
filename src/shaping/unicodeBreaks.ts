/** Unicode's line breaking algorithm, through the package linebreak. */
import LineBreaker from 'linebreak';

/** The indices inside a text, and its end, where the algorithm allows a break, in their order. */
export function unicodeBreakPositions(text: string): readonly number[] {
  const positions: number[] = [];
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) positions.push(found.position);
  return positions;
}
