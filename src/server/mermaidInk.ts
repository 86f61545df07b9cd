/** The face of mermaid.ink: a Mermaid diagram in the path, a picture or a PDF in the answer. */

import type { InkJob } from './drawingJob.js';
import { type Asked, type Face, RETRY_AFTER, type Reply, textReply } from './face.js';
import type { Reason } from './refusal.js';

const PATH = /^\/(svg|img|pdf)(?:\/(.*))?$/;

export const mermaidInk: Face = {
  name: 'mermaid-ink',
  takes: ({ method, path }) => /^(?:GET|HEAD|OPTIONS)$/.test(method) && PATH.test(path),
  plan: (asked) => {
    if (asked.method === 'OPTIONS') return preflight(asked);
    const [, output, code = ''] = PATH.exec(asked.path) ?? [];
    if (code === '') return textReply(404, 'Not Found', sharing(asked));
    return { kind: 'ink', output: output as InkJob['output'], code, query: asked.query };
  },
  answer: ({ body, type }, asked) => ({ status: 200, headers: { ...sharing(asked), 'content-type': type }, body }),
  refuse: ({ reason, message }, asked) =>
    textReply(STATUS[reason], message, {
      ...sharing(asked),
      ...(STATUS[reason] === 503 ? { 'retry-after': RETRY_AFTER } : {}),
    }),
};

const STATUS: Readonly<Record<Reason, number>> = {
  'bad-request': 400,
  undrawable: 400,
  'too-large': 413,
  timeout: 503,
  busy: 503,
  lost: 500,
  defect: 500,
};

/** Pages of any origin may read the answer. */
const sharing = ({ headers }: Asked): Record<string, string> => ({
  vary: 'Origin',
  'access-control-allow-origin': [headers.origin ?? '*'].flat()[0] ?? '*',
});

const preflight = (asked: Asked): Reply => ({
  status: 204,
  headers: { ...sharing(asked), 'access-control-allow-methods': 'GET' },
  body: '',
});
