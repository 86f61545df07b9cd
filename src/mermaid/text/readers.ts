/** Checked readers of values of which nothing is known: what isn't as it should be counts as left out. */

/** A value of a type; undefined for what is none. */
export type Reader<T> = (value: unknown) => T | undefined;

export const text: Reader<string> = (value) =>
  typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : undefined;

/** Beyond what any picture is: sums and products of such numbers stay numbers. */
const LARGEST = 1e6;

export const number: Reader<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= LARGEST ? value : undefined;

/** Sums, squares and cubes of such numbers stay numbers. */
const LARGEST_QUANTITY = 1e60;

/** A number that a chart compares with others: it is drawn by its part of them, so that it may be large. */
export const quantity: Reader<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= LARGEST_QUANTITY ? value : undefined;

export const flag: Reader<boolean> = (value) => (value === undefined || value === null ? undefined : Boolean(value));

/** A size or distance, px. */
export const length: Reader<number> = (value) => {
  const px = number(value);
  return px !== undefined && px >= 0 ? px : undefined;
};

/** A moment that a calendar has. */
export const date: Reader<Date> = (value) =>
  value instanceof Date && Number.isFinite(value.getTime()) ? value : undefined;

export const oneOf =
  <T extends string>(...names: readonly T[]): Reader<T> =>
  (value) =>
    names.find((name) => name === value);

/** What can't be read of a list is left out of it. */
export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value) =>
    Array.isArray(value)
      ? (value as readonly unknown[]).flatMap((each) => {
          const item = read(each);
          return item === undefined ? [] : [item];
        })
      : undefined;

export const either =
  <A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> =>
  (value) =>
    first(value) ?? second(value);

/** A field that is always there: the fallback stands for what can't be read. */
export const always =
  <T>(read: Reader<T>, fallback: T): ((value: unknown) => T) =>
  (value) =>
    read(value) ?? fallback;

/** An object with these fields. */
export const record =
  <T extends object>(fields: { readonly [Key in keyof T]-?: (value: unknown) => T[Key] | undefined }): Reader<T> =>
  (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const given = value as Readonly<Record<string, unknown>>;
    const names = Object.keys(fields) as (keyof T & string)[];
    const read = names.map((name) => [name, fields[name](given[name])] as const);
    return Object.fromEntries(read.filter(([, each]) => each !== undefined)) as T;
  };
