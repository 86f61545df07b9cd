/** Railroad diagrams of rules that are written in EBNF. */
import { defineKind } from '../kind.js';
import { drawRailroad } from './railroadDrawing.js';
import { readRailroad } from './railroadModel.js';

export const railroadEbnf = defineKind({
  beginning: 'railroad-ebnf-beta',
  names: ['railroadEbnf'],
  sections: ['railroad'],
  grammar: 'src/diagrams/railroad/ebnfDiagram.ts',
  read: readRailroad,
  draw: drawRailroad,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});
