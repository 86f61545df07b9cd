/** What draw.io gives the lifelines and activation bars of its own library, whatever their colours. */
import type { CellStyle } from './cells.js';

export const LIFELINE: CellStyle = {
  perimeter: 'lifelinePerimeter',
  html: 1,
  container: 1,
  dropTarget: 0,
  collapsible: 0,
  recursiveResize: 0,
  outlineConnect: 0,
  portConstraint: 'eastwest',
  newEdgeStyle: '{"curved":0,"rounded":0}',
};

export const ACTIVATION: CellStyle = {
  html: 1,
  points: '[[0,0,0,0,5],[0,1,0,0,-5],[1,0,0,0,5],[1,1,0,0,-5]]',
  perimeter: 'orthogonalPerimeter',
  outlineConnect: 0,
  targetShapes: 'umlLifeline',
  portConstraint: 'eastwest',
  newEdgeStyle: '{"curved":0,"rounded":0}',
};
