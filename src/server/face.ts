/** What a face of the server is: requests of one kind, what is drawn for them, and how it is answered. */
import type { Drawn, Job } from './drawingJob.js';
import type { Refusal } from './refusal.js';

/** A request, read. */
export interface Asked {
  readonly method: string;
  /** As it was sent, percent-encoded. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Face {
  readonly name: string;
  /** Whether a request is one of this face's. */
  takes(asked: Asked): boolean;
  /** What is to be drawn; or the answer, where that is no picture. Throws Refusal. */
  plan(asked: Asked): Job | Reply;
  answer(drawn: Drawn, asked: Asked): Reply;
  refuse(refusal: Refusal, asked: Asked): Reply;
}

/** The seconds after which who came in vain may ask again. */
export const RETRY_AFTER = '1';

export const textReply = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});

export const jsonReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});
