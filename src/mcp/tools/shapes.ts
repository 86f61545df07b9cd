/** The tool `shapes`: finds shapes by words, with their styles and a picture of them. */
import { readContainer } from '../../decode/container.js';
import { EMPTY_FILE, editFile } from '../../edit/editFile.js';
import type { EditOperation } from '../../edit/operations.js';
import { pagePicture } from '../pictures.js';
import { type FoundShape, findShapes } from '../shapeSearch.js';
import { image, type Tool, text } from '../tool.js';

interface Arguments {
  readonly query: string;
  readonly limit?: number;
}

const MOST = 20;

export const shapesTool: Tool = {
  name: 'shapes',
  title: 'Find shapes',
  description:
    "Finds draw.io's shapes, stencils (AWS, Azure, Cisco, UML, BPMN, …) and icons by words. Returns names with the style strings that edit takes, and a picture of them.",
  input: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: 'Words, such as "database" or "aws4 lambda".',
      },
      limit: { type: 'integer', minimum: 1, maximum: 50, description: `How many at most. Default ${MOST}.` },
    },
    required: ['query'],
    additionalProperties: false,
  },
  async run({ query, limit = MOST }: Arguments, { assets, workspace }) {
    const { found, all } = findShapes(query, limit);
    if (found.length === 0) return [text(`No shape has all of these words: ${query}. Try fewer, or others.`)];
    const lines = found.map(({ name, style }, index) => `${index + 1}. ${name}: ${style}`);
    const more = all > found.length ? [`… and ${all - found.length} more.`] : [];
    const sheet = editFile(readContainer(EMPTY_FILE), 1, found.flatMap(tile)).xml;
    const { limits } = workspace;
    return [text([...lines, ...more].join('\n')), image(await pagePicture(sheet, { assets, limits }))];
  },
};

/** Px of a shape, and from one to the next. */
const SIZE = 60;
const ACROSS = 150;
const DOWN = 120;
const COLUMNS = 5;

const CAPTION = 'text;html=0;align=center;verticalAlign=top;whiteSpace=wrap;fontSize=10;';

/** A shape with its number and the end of its name below. */
function tile({ name, style }: FoundShape, index: number): readonly EditOperation[] {
  const [x, y] = [(index % COLUMNS) * ACROSS, Math.floor(index / COLUMNS) * DOWN];
  const caption = `${index + 1}. ${name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1)}`;
  return [
    { op: 'add', x: x + (ACROSS - SIZE) / 2, y, width: SIZE, height: SIZE, style },
    { op: 'add', x, y: y + SIZE + 10, width: ACROSS - 10, height: 30, label: caption, style: CAPTION },
  ];
}
