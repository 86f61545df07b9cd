/** Writes a document piece by piece to a stream of Node or of the Web, as fast as that takes it. */

/** What is asked of a writable stream of Node. */
export interface NodeWritable {
  write(chunk: Uint8Array, callback: (error?: Error | null) => void): boolean;
  on(event: 'error' | 'close', listener: (error?: Error) => void): unknown;
  removeListener(event: 'error' | 'close', listener: (error?: Error) => void): unknown;
}

/** What is asked of a writable stream of the Web. */
export interface WebWritable {
  getWriter(): {
    readonly ready: Promise<unknown>;
    write(chunk: Uint8Array): Promise<unknown>;
    releaseLock(): void;
  };
}

/** Where a picture can be written to: a writable stream of Node (a file, a response, standard output) or of the Web. */
export type Writable = NodeWritable | WebWritable;

/**
 * Writes all pieces as UTF-8, each when the one before is taken, and leaves the stream open: to end it is its owner's.
 * Rejects with the stream's error, and with a TypeError where it is none, or is closed before it has taken all.
 */
export async function writePieces(writable: Writable, pieces: Iterable<string>): Promise<void> {
  if (typeof writable === 'object' && writable !== null) {
    if ('getWriter' in writable) return writeToWeb(writable, pieces);
    if (typeof writable.write === 'function' && typeof writable.on === 'function') return writeToNode(writable, pieces);
  }
  throw new TypeError('A writable stream of Node or of the Web is expected.');
}

async function writeToWeb(stream: WebWritable, pieces: Iterable<string>): Promise<void> {
  const encoder = new TextEncoder();
  const writer = stream.getWriter();
  try {
    for (const piece of pieces) {
      await writer.ready;
      await writer.write(encoder.encode(piece));
    }
  } finally {
    writer.releaseLock();
  }
}

async function writeToNode(stream: NodeWritable, pieces: Iterable<string>): Promise<void> {
  const encoder = new TextEncoder();
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const onError = (error?: Error): void => fail(error ?? new TypeError('The stream failed.'));
  // Some streams never tell a write that was waiting when they were closed.
  const onClose = (): void => fail(new TypeError('The stream was closed before all was written.'));
  stream.on('error', onError);
  stream.on('close', onClose);
  // Heard by the race alone; where none is on, nobody is to be blamed.
  failure.catch(() => {});
  for (const piece of pieces) await Promise.race([written(stream, encoder.encode(piece)), failure]);
  // After a failure it is still heard: a stream that tells of it once more, and finds no one, ends the process.
  stream.removeListener('error', onError);
  stream.removeListener('close', onClose);
}

const written = (stream: NodeWritable, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
