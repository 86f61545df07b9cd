/** The JSON Schema of the operations that `edit` takes; edit/operations.ts says what they mean. */

const string = (description: string): object => ({ type: 'string', description });
const number = (description: string): object => ({ type: 'number', minimum: -1e6, maximum: 1e6, description });
const length = (description: string): object => ({ type: 'number', minimum: 0, maximum: 1e6, description });

const point = {
  type: 'object',
  properties: { x: number('Page px.'), y: number('Page px.') },
  required: ['x', 'y'],
  additionalProperties: false,
};

const points = {
  type: 'array',
  items: point,
  maxItems: 1000,
  description: 'Where an edge bends, from its source on. Default: its edge style decides.',
};

const id = string("The cell's id.");
const newId = string('Default: one that no cell has.');
const label = string('Text, or HTML where the style has html=1 (the default style has).');
const style = string('A draw.io style string, as the tool shapes gives them; in place of the whole style.');
const parent = string('The id of the cell that it is in (container, layer).');
const link = string('An address; empty removes it.');
const tooltip = string('Empty removes it.');

const operation = (op: string, properties: Readonly<Record<string, object>>, required: readonly string[]): object => ({
  type: 'object',
  properties: { op: { const: op }, ...properties },
  required: ['op', ...required],
  additionalProperties: false,
});

const place = { x: number('Left, page px.'), y: number('Top, page px.') };
const size = { width: length('px'), height: length('px') };

export const OPERATIONS = {
  type: 'array',
  minItems: 1,
  maxItems: 500,
  description: 'What to do, in this order. All places are page px (y down), as the tool layout tells them.',
  items: {
    oneOf: [
      operation('add', { id: newId, label, style, parent, ...place, ...size, link, tooltip }, ['x', 'y']),
      operation('connect', { id: newId, source: id, target: id, label, style, parent, points }, ['source', 'target']),
      operation(
        'change',
        {
          id,
          label,
          style,
          set: {
            type: 'object',
            additionalProperties: { type: ['string', 'number', 'null'] },
            description: 'Keys of the style to set, or with null to remove; the others stay.',
          },
          source: string('Of an edge: the id of its new source.'),
          target: string('Of an edge: the id of its new target.'),
          link,
          tooltip,
        },
        ['id'],
      ),
      operation('move', { id, ...place, ...size, parent, points }, ['id']),
      operation('remove', { id }, ['id']),
    ],
  },
} as const;
