/** Atlassian's Jira issue: a card with the issue's type, priority and status. */

import { rect } from '../../geometry/plane.js';
import { lookupTable } from '../../primitives/lookupTable.js';
import { drawRectangleForeground } from '../general/foreground.js';
import { drawRect, drawStencil, framed } from '../general/frame.js';
import { drawRectangle } from '../general/outline.js';
import type { Shape } from '../shape.js';

interface Mark {
  readonly stencil: string;
  readonly color: string;
}

const TYPES = lookupTable<Mark>({
  story: { stencil: 'story', color: '#61B659' },
  task: { stencil: 'task', color: '#5EA3E4' },
  subTask: { stencil: 'subtask', color: '#5EA3E4' },
  feature: { stencil: 'new_feature', color: '#61B659' },
  bug: { stencil: 'bug', color: '#CE0000' },
  techTask: { stencil: 'tech_task', color: '#999C95' },
  epic: { stencil: 'epic', color: '#9E4ADD' },
  improvement: { stencil: 'improvement', color: '#61B659' },
  fault: { stencil: 'fault', color: '#F8902F' },
  change: { stencil: 'change', color: '#9E4ADD' },
  access: { stencil: 'access', color: '#F8902F' },
  purchase: { stencil: 'purchase', color: '#61B659' },
  itHelp: { stencil: 'it_help', color: '#5EA3E4' },
});

const PRIORITIES = lookupTable<Mark>({
  blocker: { stencil: 'no', color: '#CE0000' },
  critical: { stencil: 'critical', color: '#CE0000' },
  major: { stencil: 'double_up', color: '#CE0000' },
  minor: { stencil: 'double', color: '#2A8735' },
  trivial: { stencil: 'single', color: '#9AA1B2' },
});

/** What is written for a status, and the width of its plate, px. */
const STATUSES = lookupTable<readonly [string, number]>({
  todo: ['TO DO', 40],
  inProgress: ['IN PROGRESS', 80],
  inReview: ['IN REVIEW', 70],
  done: ['DONE', 40],
});

const issue = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const box = rect(0, 0, w, h);
  drawRectangle(canvas, box, style);
  drawRectangleForeground(canvas, box, style);
  canvas.setStrokeColor(undefined);
  const mark = ({ stencil, color }: Mark, x: number, y: number, width: number, height: number): void => {
    canvas.setFillColor(color);
    drawStencil(frame, `mxgraph.atlassian.${stencil}`, rect(x, y, width, height));
  };
  const type = TYPES[style.string('issueType', 'task')];
  if (type) mark(type, 5, 5, 10, 10);
  const priority = PRIORITIES[style.string('issuePriority', 'minor')];
  if (priority?.stencil === 'critical') mark(priority, 86, 3, 8, 14);
  else if (priority) mark(priority, 85, 5, 10, 10);
  canvas.setFillColor('#FFFFFD');
  canvas.setFontColor('#4E6B89');
  const status = style.string('issueStatus', 'todo');
  const known = STATUSES[status];
  if (known) {
    const [text, width] = known;
    drawRect(canvas, w - width - 5, 5, width, 20, 'fill');
    canvas.text(w - width / 2 - 5, 15, text);
    return;
  }
  const width = style.number('issueStatusWidth', status.length * 6.5);
  drawRect(canvas, w - width - 5, 5, width, 20, 'fill');
  canvas.text(w - 7, 15, status, { align: 'right' });
});

const ATLASSIAN_SHAPES: Readonly<Record<string, Shape>> = { 'mxgraph.atlassian.issue': issue };

export const atlassianShapes = (): Readonly<Record<string, Shape>> => ATLASSIAN_SHAPES;
