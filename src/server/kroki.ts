/** The face of Kroki's companion for diagrams.net: Kroki posts XML to a path that ends in the format. */

import type { Format } from './drawingJob.js';
import { type Face, jsonReply, RETRY_AFTER, type Reply } from './face.js';
import { type Reason, Refusal } from './refusal.js';

const ENDING = /\/(png|svg)$/;

export const kroki: Face = {
  name: 'kroki',
  takes: ({ method, path }) => method === 'POST' && ENDING.test(path),
  plan: ({ path, body }) => {
    if (body.length === 0) throw new Refusal('bad-request', 'bad-request', 'Body must not be empty.');
    const format = ENDING.exec(path)?.[1] as Format;
    // Its pictures have no background, not even the page's.
    return { kind: 'plain', source: body, format, options: { background: 'none' } };
  },
  answer: ({ body, type }) => ({ status: 200, headers: { 'content-type': type }, body }),
  refuse: ({ reason, message }) => {
    const { status, name, says } = WORDS[reason];
    return errorReply(status, name, says(message), reason === 'busy' ? { 'retry-after': RETRY_AFTER } : {});
  },
};

interface Words {
  readonly status: number;
  readonly name: string;
  says(message: string): string;
}

const as = (status: number, name: string, says: Words['says'] = (message) => message): Words => ({
  status,
  name,
  says,
});

const failed = as(500, 'Error', (message) => `An error occurred while converting the diagram: ${message}`);

const WORDS: Readonly<Record<Reason, Words>> = {
  'bad-request': as(400, 'Error'),
  undrawable: as(400, 'SyntaxError'),
  'too-large': as(413, 'Error'),
  timeout: as(408, 'TimeoutError', (message) => `Request timeout: ${message}`),
  busy: as(503, 'Error'),
  lost: failed,
  defect: failed,
};

/** Where in our code that was is nobody's business. */
const errorReply = (status: number, name: string, message: string, headers: Readonly<Record<string, string>>): Reply =>
  jsonReply(status, { error: { message, name, stacktrace: '' } }, headers);
