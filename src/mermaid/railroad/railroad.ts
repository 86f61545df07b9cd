/** Railroad diagrams of rules that are written as functions. */
import { defineKind } from '../kind.js';
import { drawRailroad } from './railroadDrawing.js';
import { readRailroad } from './railroadModel.js';

export const railroad = defineKind({
  beginning: 'railroad-beta',
  names: ['railroad'],
  sections: ['railroad'],
  grammar: 'src/diagrams/railroad/railroadDiagram.ts',
  read: readRailroad,
  draw: drawRailroad,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});
