/** Railroad diagrams of rules that are written in ABNF, as in internet standards. */
import { defineKind } from '../kind.js';
import { drawRailroad } from './railroadDrawing.js';
import { readRailroad } from './railroadModel.js';

export const railroadAbnf = defineKind({
  beginning: 'railroad-abnf-beta',
  names: ['railroadAbnf'],
  sections: ['railroad'],
  grammar: 'src/diagrams/railroad/abnfDiagram.ts',
  read: readRailroad,
  draw: drawRailroad,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});
