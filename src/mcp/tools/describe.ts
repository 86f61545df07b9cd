/** The tool `describe`: a diagram as text. */
import { describe } from '../../index.js';
import { diagramOf } from '../diagram.js';
import { DIAGRAM, type DiagramArguments, PAGE, type Tool, text } from '../tool.js';

interface Arguments extends DiagramArguments {
  readonly page?: number | string;
  readonly format?: 'text' | 'json' | 'dot';
}

export const describeTool: Tool = {
  name: 'describe',
  title: 'Describe a diagram',
  description:
    'Tells what a draw.io diagram says, as text: pages, shapes as they contain each other, connections with their labels and directions, links and tooltips.',
  input: {
    type: 'object',
    properties: {
      ...DIAGRAM,
      page: { ...PAGE.page, description: `${PAGE.page.description} Default: all pages.` },
      format: { enum: ['text', 'json', 'dot'], description: 'Default: text. json has ids; dot is for Graphviz.' },
    },
    additionalProperties: false,
  },
  async run({ page, format = 'text', ...named }: Arguments, context) {
    const diagram = await diagramOf(named, context);
    const description = describe(diagram, { page, assets: context.assets, limits: context.workspace.limits });
    if (format === 'json') return [text(JSON.stringify({ pages: description.pages }))];
    return [text(format === 'dot' ? description.dot() : description.text())];
  },
};
