/** The tool `render`: a picture of a page. */
import type { Diagnostic } from '../../index.js';
import { diagramOf } from '../diagram.js';
import { pagePicture } from '../pictures.js';
import { DIAGRAM, type DiagramArguments, image, PAGE, type Tool, text } from '../tool.js';

interface Arguments extends DiagramArguments {
  readonly page?: number | string;
  readonly cells?: readonly string[];
  readonly scale?: number;
}

/** How many of them are told. */
const MOST_DIAGNOSTICS = 20;

export const renderTool: Tool = {
  name: 'render',
  title: 'Draw a diagram',
  description:
    'Draws a page of a draw.io diagram as PNG, exactly as draw.io draws it, sized to be looked at. Also tells what could not be drawn faithfully.',
  input: {
    type: 'object',
    properties: {
      ...DIAGRAM,
      ...PAGE,
      cells: {
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        description: 'Ids of cells to draw alone, with what they contain and the edges between them: to look closer.',
      },
      scale: {
        type: 'number',
        exclusiveMinimum: 0,
        description: 'Size factor; the picture is never larger than 1568 px. Default 2, or what fits.',
      },
    },
    additionalProperties: false,
  },
  async run({ page = 1, cells, scale, ...named }: Arguments, context) {
    const diagram = await diagramOf(named, context);
    const diagnostics: Diagnostic[] = [];
    const { assets, workspace } = context;
    const png = await pagePicture(diagram, { page, cells, scale, assets, limits: workspace.limits, diagnostics });
    const told = diagnostics.slice(0, MOST_DIAGNOSTICS).map(({ code, cellId, message }) => {
      return `- ${code}${cellId === undefined ? '' : ` ("${cellId}")`}: ${message}`;
    });
    const more = diagnostics.length > MOST_DIAGNOSTICS ? [`… and ${diagnostics.length - MOST_DIAGNOSTICS} more.`] : [];
    return [image(png), ...(told.length > 0 ? [text(['Not drawn faithfully:', ...told, ...more].join('\n'))] : [])];
  },
};
