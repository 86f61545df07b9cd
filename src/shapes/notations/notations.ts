/** The shapes of diagram notations: UML, SysML, entity relations, C4, data flow, integration patterns, lean mapping, Mermaid. */

import { GIT_SHAPES } from '../mermaid/gitGraph.js';
import { MERMAID_SHAPES } from '../mermaid/mermaidNodes.js';
import { SEQUENCE_SHAPES } from '../mermaid/sequence.js';
import type { Shape } from '../shape.js';
import { C4_SHAPES } from './c4.js';
import { DATA_FLOW_SHAPES } from './dataFlow.js';
import { EIP_SHAPES } from './eip.js';
import { ENTITY_RELATION_SHAPES } from './entityRelation.js';
import { LEAN_SHAPES } from './leanMapping.js';
import { SYSML_SHAPES } from './sysml.js';
import { UML_SHAPES } from './uml.js';
import { UML_ACTIONS } from './umlActions.js';
import { COMPONENT_SHAPES } from './umlComponents.js';

export const NOTATION_SHAPES: Readonly<Record<string, Shape>> = {
  ...UML_SHAPES,
  ...COMPONENT_SHAPES,
  ...UML_ACTIONS,
  ...SYSML_SHAPES,
  ...ENTITY_RELATION_SHAPES,
  ...C4_SHAPES,
  ...DATA_FLOW_SHAPES,
  ...EIP_SHAPES,
  ...LEAN_SHAPES,
  ...SEQUENCE_SHAPES,
  ...GIT_SHAPES,
  ...MERMAID_SHAPES,
};
