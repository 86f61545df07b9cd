/** Swimlane diagrams: flowcharts whose outermost subgraphs are lanes. */
import { defineKind } from '../kind.js';
import { flowchart } from './flowchart.js';
import { type GraphModel, readNodes } from './model.js';

export const swimlane = defineKind<GraphModel>({
  beginning: 'swimlane-beta',
  names: ['swimlane'],
  sections: ['flowchart', 'swimlane'],
  layout: 'swimlane',
  grammar: 'src/diagrams/flowchart/flowDiagram.ts',
  read: readNodes,
  edgeCount: ({ edges }) => edges.length,
  draw: (model, context) => flowchart.draw(model, context),
});
