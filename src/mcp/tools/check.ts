/** The tool `check`: what is wrong with a diagram. */
import type { Severity } from '../../index.js';
import { sourceOf } from '../diagram.js';
import { findingsText } from '../findings.js';
import { DIAGRAM, type DiagramArguments, PAGE, type Tool, text } from '../tool.js';

interface Arguments extends DiagramArguments {
  readonly page?: number | string;
  readonly rules?: readonly string[];
  readonly severity?: Severity;
}

export const checkTool: Tool = {
  name: 'check',
  title: 'Check a diagram',
  description:
    'Finds what is wrong with a draw.io diagram: broken structure, text that overflows or can not be read, shapes on top of each other, edges through shapes, ends that hang free, near-miss alignment. Each finding names cells, place and what to do.',
  input: {
    type: 'object',
    properties: {
      ...DIAGRAM,
      page: { ...PAGE.page, description: `${PAGE.page.description} Default: all pages.` },
      rules: {
        type: 'array',
        items: { type: 'string' },
        description:
          'Rules or families to follow ("overlap", "legibility"), to leave out ("-overlap"), or set ("small-text=10").',
      },
      severity: { enum: ['error', 'warning', 'info'], description: 'The least severity. Default: warning.' },
    },
    additionalProperties: false,
  },
  async run({ page, rules, severity, ...named }: Arguments, context) {
    const source = await sourceOf(named, context);
    const { assets, workspace } = context;
    return [text(findingsText(source, { page, rules, severity, assets, limits: workspace.limits }))];
  },
};
