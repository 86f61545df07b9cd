/** The shapes of draw.io's libraries that are drawn by program ("mxgraph.…"), apart from mock-ups. */
import { BASIC_RECT } from './basicRect.js';
import { BPMN_SHAPES } from './bpmn.js';
import { C4_SHAPES } from './c4.js';
import { DATA_FLOW_SHAPES } from './dataFlow.js';
import { EIP_SHAPES } from './eip.js';
import type { Shape } from './shape.js';
import { UML_ACTIONS } from './umlActions.js';

export const LIBRARY_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.basic.rect': BASIC_RECT,
  ...BPMN_SHAPES,
  ...C4_SHAPES,
  ...DATA_FLOW_SHAPES,
  ...EIP_SHAPES,
  ...UML_ACTIONS,
};
