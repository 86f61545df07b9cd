/** Tables that are asked for names out of files: they know no name but those that stand in them. */

/** The same entries without what every object has, such as "constructor". */
export const lookupTable = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), entries);
