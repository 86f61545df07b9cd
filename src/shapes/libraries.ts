/** The shapes of draw.io's libraries that are drawn by program ("mxgraph.…"), apart from mock-ups. */
import { BASIC_RECT } from './basicRect.js';
import { BPMN_SHAPES } from './bpmn.js';
import type { Shape } from './shape.js';

export const LIBRARY_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.basic.rect': BASIC_RECT,
  ...BPMN_SHAPES,
};
