/** mxsvg's own face: a diagram is posted to /render, with the library's options as the query. */

import type { Diagnostic } from '../diagnostics.js';
import type { Drawn } from './drawingJob.js';
import { type Asked, type Face, jsonReply, RETRY_AFTER, type Reply } from './face.js';
import { openApiDocument } from './openApi.js';
import { readPlainRequest } from './parameters.js';
import { type Reason, Refusal } from './refusal.js';

export const plain: Face = {
  name: 'plain',
  takes: ({ path }) => path === '/render' || path === '/openapi.json',
  plan: (asked) => {
    if (asked.path === '/openapi.json') return jsonReply(200, openApiDocument());
    if (asked.method !== 'POST') {
      return jsonReply(405, errorOf('bad-request', 'A diagram is to be posted here.'), { allow: 'POST' });
    }
    const { format, mermaidTheme, options } = readPlainRequest(asked.query);
    if (asked.body.length === 0) throw new Refusal('bad-request', 'bad-request', 'The body is to be a diagram.');
    return { kind: 'plain', source: asked.body, format, options, mermaidTheme };
  },
  answer: answerWithTag,
  refuse: ({ reason, code, message }) =>
    jsonReply(STATUS[reason], errorOf(code, message), reason === 'busy' ? { 'retry-after': RETRY_AFTER } : {}),
};

const STATUS: Readonly<Record<Reason, number>> = {
  'bad-request': 400,
  undrawable: 422,
  'too-large': 413,
  timeout: 504,
  busy: 503,
  lost: 500,
  defect: 500,
};

const errorOf = (code: string, message: string) => ({ error: { code, message } });

function answerWithTag({ body, type, etag, diagnostics }: Drawn, { headers }: Asked): Reply {
  const always = { etag, 'cache-control': 'no-cache', ...diagnosticsHeaders(diagnostics) };
  if (isKnown(etag, headers['if-none-match'])) return { status: 304, headers: always, body: '' };
  return { status: 200, headers: { ...always, 'content-type': type }, body };
}

/** Whether a client has what the tag is of. Tags of ours hold no comma. */
function isKnown(etag: string, header: string | string[] | undefined): boolean {
  const tags = [header ?? []].flat().flatMap((each) => each.split(','));
  return tags.some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

/** Many clients take headers of 8 kB together. */
const MOST_CHARACTERS = 4000;

/** How many diagnostics there are, and as many of them as have room, as JSON in ASCII. */
function diagnosticsHeaders(diagnostics: readonly Diagnostic[]): Record<string, string> {
  if (diagnostics.length === 0) return {};
  const shown: string[] = [];
  let room = MOST_CHARACTERS;
  for (const diagnostic of diagnostics) {
    const text = asciiJson({ ...diagnostic, message: diagnostic.message.slice(0, 300) });
    room -= text.length + 1;
    if (room < 0) break;
    shown.push(text);
  }
  return { 'mxsvg-diagnostics': `[${shown.join(',')}]`, 'mxsvg-diagnostics-count': String(diagnostics.length) };
}

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
