/** The parameters of a request to draw.io's export server: its query before its body, a form or JSON. */
import type { ExportJob } from '../drawingJob.js';
import { FaceError } from './tools.js';

type Name =
  | 'allPages'
  | 'base64'
  | 'bg'
  | 'border'
  | 'data'
  | 'dataHeader'
  | 'dpi'
  | 'embedData'
  | 'embedXml'
  | 'extras'
  | 'filename'
  | 'format'
  | 'from'
  | 'h'
  | 'html'
  | 'pageId'
  | 'scale'
  | 'to'
  | 'url'
  | 'w'
  | 'xml'
  | 'xmldata';

export type Parameters = { readonly [Each in Name]?: string };

/** Throws FaceError for a body that can't be read. */
export function readParameters({ query, type, body }: ExportJob): Parameters {
  return { ...bodyParameters(type ?? '', body), ...Object.fromEntries(new URLSearchParams(query)) };
}

/** Bodies of other types are passed over. */
function bodyParameters(type: string, body: Uint8Array): Parameters {
  if (body.length === 0) return {};
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return Object.fromEntries(new URLSearchParams(textOf(body)));
  }
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(type) ? jsonParameters(textOf(body)) : {};
}

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);

/** Values that are no texts are what they are written as. */
function jsonParameters(text: string): Parameters {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FaceError('bad-request', 'The body is no JSON.');
    throw error;
  }
  if (typeof value !== 'object' || value === null) throw new FaceError('bad-request', 'The body is no object.');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null && each !== false)
      .map(([name, each]) => [name, typeof each === 'string' ? each : each === true ? '1' : JSON.stringify(each)]),
  );
}

/** The whole number that a text begins with; 0 for none. */
export function wholeOf(text: string | undefined): number {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isFinite(number) ? number : 0;
}
