/** The face of draw.io's export server (draw-image-export2): GET and POST of any path, with its words and statuses. */
import { type Face, RETRY_AFTER, type Reply, textReply } from './face.js';
import type { Refusal } from './refusal.js';

/** Pages of any origin may read the answer. */
const SHARED = { 'access-control-allow-origin': '*' };

export const exportServer: Face = {
  name: 'export',
  takes: ({ method }) => method === 'GET' || method === 'POST',
  plan: ({ query, headers, body }) => ({
    kind: 'export',
    query,
    type: [headers['content-type'] ?? []].flat()[0],
    body,
  }),
  answer: ({ body, type, headers }) => ({
    status: 200,
    headers: { ...SHARED, 'content-type': type, ...headers },
    body,
  }),
  refuse: answerTo,
};

/** Codes with which drawing threads refuse a request of this face, and what is answered. */
const WORDS: Readonly<Record<string, { readonly status: number; readonly text: string }>> = {
  'bad-request': { status: 400, text: 'BAD REQUEST' },
  'unsupported-format': { status: 400, text: 'Unsupported Format!' },
  unreadable: { status: 500, text: 'Unknown error' },
};

function answerTo({ reason, code }: Refusal): Reply {
  if (reason === 'busy') return textReply(503, 'Busy', { ...SHARED, 'retry-after': RETRY_AFTER });
  if (reason === 'too-large') return textReply(413, 'Payload Too Large', SHARED);
  const { status, text } = WORDS[code] ?? { status: 500, text: 'Error!' };
  return textReply(status, text, SHARED);
}
