/** What a fuzz run finds. */

/** Thrown by what is asked of an output that isn't as it should be: the message is the finding. */
export class Fault extends Error {
  override readonly name = 'Fault';
  constructor(
    /** What kind of promise is broken, for the counts. */
    readonly oracle: string,
    message: string,
  ) {
    super(message);
  }
}

/** Throws the problems there are. */
export function requireNone(oracle: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Fault(oracle, [...new Set(problems)].slice(0, 4).join('; '));
}

export function require(oracle: string, holds: boolean, message: string): void {
  if (!holds) throw new Fault(oracle, message);
}
