/** What calls with "..." do for short lists alone: an engine has room for some ten thousands of arguments. */

/** Adds all of a list at the end of another. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The largest of numbers, `least` included. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let result = least;
  for (const number of numbers) result = Math.max(result, number);
  return result;
}

/** The smallest of numbers, `most` included. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let result = most;
  for (const number of numbers) result = Math.min(result, number);
  return result;
}
