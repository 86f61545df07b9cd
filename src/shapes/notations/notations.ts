/** The shapes of diagram notations whose names begin with no family's: UML and Mermaid. */

import { GIT_SHAPES } from '../mermaid/gitGraph.js';
import { MERMAID_SHAPES } from '../mermaid/mermaidNodes.js';
import { SEQUENCE_SHAPES } from '../mermaid/sequence.js';
import type { Shape } from '../shape.js';
import { UML_SHAPES } from './uml.js';
import { COMPONENT_SHAPES } from './umlComponents.js';

export const NOTATION_SHAPES: Readonly<Record<string, Shape>> = {
  ...UML_SHAPES,
  ...COMPONENT_SHAPES,
  ...SEQUENCE_SHAPES,
  ...GIT_SHAPES,
  ...MERMAID_SHAPES,
};
