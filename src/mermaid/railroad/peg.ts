/** Railroad diagrams of rules that are written as parsing expression grammars. */
import { defineKind } from '../kind.js';
import { drawRailroad } from './railroadDrawing.js';
import { readRailroad } from './railroadModel.js';

export const railroadPeg = defineKind({
  beginning: 'railroad-peg-beta',
  names: ['railroadPeg'],
  sections: ['railroad'],
  grammar: 'src/diagrams/railroad/pegDiagram.ts',
  read: readRailroad,
  draw: drawRailroad,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});
