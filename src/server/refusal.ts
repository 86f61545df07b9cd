/** Why a request isn't answered with a picture. Each face says it to its clients in its own words. */

export type Reason =
  /** The request asks for what can't be done. */
  | 'bad-request'
  /** The diagram can't be read, or not be drawn as asked. */
  | 'undrawable'
  /** The body is longer than bodies may be. */
  | 'too-large'
  /** Drawing took longer than it may. */
  | 'timeout'
  /** As many drawings wait as may wait. */
  | 'busy'
  /** The drawing thread came to its end over it. */
  | 'lost'
  /** A defect of ours. */
  | 'defect';

export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly reason: Reason,
    /** An error code of the library, or the reason itself. */
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Codes of the library's errors that are of the request, and not of the diagram. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set([
  'bad-request',
  'invalid-option',
  'page-not-found',
  'layer-not-found',
  'cell-not-found',
]);

/** The refusal that an error code stands for. */
export const refusalOf = (code: string, message: string): Refusal =>
  new Refusal(OF_THE_REQUEST.has(code) ? 'bad-request' : 'undrawable', code, message);
