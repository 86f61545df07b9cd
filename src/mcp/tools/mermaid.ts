/** The tools that turn Mermaid text into a draw.io file, and back. */

import { UsageError } from '../../cli/files.js';
import { allNodes, type PageDescription } from '../../describe/description.js';
import { type Diagnostic, describe } from '../../index.js';
import { diagramOf } from '../diagram.js';
import { pagePicture } from '../pictures.js';
import { DIAGRAM, type DiagramArguments, image, PAGE, type Tool, text } from '../tool.js';

interface ToDrawioArguments {
  readonly text: string;
  readonly theme?: 'default' | 'neutral' | 'forest' | 'dark' | 'base';
  readonly path?: string;
}

export const mermaidToDrawioTool: Tool = {
  name: 'mermaid_to_drawio',
  title: 'Mermaid to draw.io',
  description:
    'Turns Mermaid text (flowchart, swimlane, sequence, class, state, entity relationship, requirement, C4, block and architecture diagram, mind map, timeline, Gantt, journey, kanban, git graph, pie, quadrant, XY, radar, treemap, Sankey, packet, tree view, Venn, Ishikawa, Wardley map, event model, ZenUML) into a draw.io diagram of ordinary shapes and connectors. Returns its XML, or writes it to path, and its picture.',
  input: {
    type: 'object',
    properties: {
      text: { type: 'string', description: 'The Mermaid text.' },
      theme: { enum: ['default', 'neutral', 'forest', 'dark', 'base'], description: "Mermaid's theme." },
      path: { type: 'string', description: 'A .drawio file below the root to write; needs a server with --write.' },
    },
    required: ['text'],
    additionalProperties: false,
  },
  writes: true,
  async run({ text: mermaid, theme, path }: ToDrawioArguments, { workspace, assets }) {
    if (path !== undefined) await workspace.requireWritable(path);
    const { mermaidToDrawio } = await import('../../mermaid/index.js');
    const { limits } = workspace;
    const diagnostics: Diagnostic[] = [];
    const xml = mermaidToDrawio(mermaid, { theme, limits, diagnostics });
    const picture = image(await pagePicture(xml, { assets, limits }));
    if (path !== undefined) await workspace.inTurn(path, () => workspace.write(path, xml));
    const notes = diagnostics.map(({ message }) => `Note: ${message}`);
    return [text([path === undefined ? xml : `Written to ${path}.`, ...notes].join('\n')), picture];
  },
};

interface ToMermaidArguments extends DiagramArguments {
  readonly page?: number | string;
}

export const drawioToMermaidTool: Tool = {
  name: 'drawio_to_mermaid',
  title: 'draw.io to Mermaid',
  description:
    'Writes a page of a draw.io diagram as a Mermaid flowchart, as far as its cells allow: comments at its head tell what is left out.',
  input: { type: 'object', properties: { ...DIAGRAM, ...PAGE }, additionalProperties: false },
  async run({ page = 1, ...named }: ToMermaidArguments, context) {
    const diagram = await diagramOf(named, context);
    const description = describe(diagram, { page, assets: context.assets, limits: context.workspace.limits });
    const [{ nodes, edges }] = description.pages as readonly [PageDescription];
    if (allNodes(nodes).next().done) {
      const what = edges.length > 0 ? `only ${edges.length} edges that end at no shape` : 'nothing';
      throw new UsageError(`The page has ${what}: there is no flowchart to write.`);
    }
    return [text(description.mermaid())];
  },
};
