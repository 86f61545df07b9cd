/** Standard output, which is opened when something is first printed there: Node takes a while to find out what it is. */

/** A reader that closes the pipe early, such as head, is no failure of ours. */
export const isFailure = (error: NodeJS.ErrnoException): boolean => error.code !== 'EPIPE';

/** Errors of standard output that are thrown to who wrote. */
const thrown = new WeakSet<Error>();

let report: ((error: Error) => void) | undefined;
let opened = false;

export function standardOutput(): NodeJS.WriteStream {
  if (!opened) {
    opened = true;
    process.stdout.on('error', (error) => {
      if (isFailure(error) && !thrown.has(error)) report?.(error);
    });
  }
  return process.stdout;
}

/** Hears of what goes wrong in printing to standard output, unless it is thrown by what wrote. */
export function onLostOutput(hear: (error: Error) => void): void {
  report = hear;
}

/** Writes all of it, and throws what keeps it from that. */
export async function printWhole(data: string | Uint8Array): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => {
    standardOutput().write(data, (failure) => {
      // Before the stream's own event tells of it.
      if (failure) thrown.add(failure);
      resolve(failure);
    });
  });
  if (error && isFailure(error)) throw error;
}
