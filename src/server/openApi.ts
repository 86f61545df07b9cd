/** The OpenAPI document of mxsvg's own face, made of the table by which requests are read. */

import { MEDIA_TYPES } from './mediaTypes.js';
import { FORMATS, LEADING, PARAMETERS, type Parameter } from './parameters.js';

export function openApiDocument(): unknown {
  const error = { description: 'Nothing was drawn.', content: { 'application/json': { schema: ERROR } } };
  const plainText = (description: string) => ({
    description,
    content: { 'text/plain': { schema: { type: 'string' } } },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'mxsvg', version: '1', description: 'Draws draw.io diagrams and Mermaid text.' },
    paths: {
      '/render': {
        post: {
          operationId: 'render',
          summary: 'Draws a diagram.',
          parameters: Object.entries({ ...LEADING, ...PARAMETERS }).map(([name, each]) => described(name, each)),
          requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
          responses: {
            200: { description: 'The picture.', headers: HEADERS, content: pictures() },
            304: { description: 'The picture that If-None-Match names.' },
            ...Object.fromEntries([400, 413, 422, 500, 503, 504].map((status) => [status, error])),
          },
        },
      },
      '/health': { get: { responses: { 200: plainText('Draws.'), 503: plainText('Does not.') } } },
      '/live': { get: { responses: { 200: plainText('Answers.') } } },
      '/metrics': { get: { responses: { 200: plainText('Numbers for Prometheus.') } } },
    },
  };
}

const ERROR = {
  type: 'object',
  properties: {
    error: { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } },
  },
};

const HEADERS = {
  etag: { schema: { type: 'string' } },
  'mxsvg-diagnostics': { description: 'What is not drawn faithfully, as JSON.', schema: { type: 'string' } },
  'mxsvg-diagnostics-count': { description: 'How much that is.', schema: { type: 'integer' } },
};

const pictures = () =>
  Object.fromEntries(FORMATS.map((format) => [MEDIA_TYPES[format], { schema: { type: 'string', format: 'binary' } }]));

function described(name: string, { description, schema, formats }: Parameter) {
  const limited = formats.length < FORMATS.length ? ` Of ${formats.join(', ')}.` : '';
  const content =
    schema.type === 'object' || schema.oneOf ? { content: { 'application/json': { schema } } } : { schema };
  return { name, in: 'query', description: `${description}${limited}`, ...content };
}
