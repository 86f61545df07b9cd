/**
 * draw.io's libraries and notations with shapes that are drawn by program, by the word after "mxgraph." in their names.
 * Each makes its table when a diagram first names a shape of it: most diagrams have none, and where a program starts for
 * one of them, it needs to read no other.
 */
import { androidShapes } from './libraries/android.js';
import { archimateShapes } from './libraries/archimate/archimate.js';
import { archimate3Shapes } from './libraries/archimate/archimate3.js';
import { archimate4Shapes } from './libraries/archimate/archimate4.js';
import { arrowShapes } from './libraries/arrows2.js';
import { atlassianShapes } from './libraries/atlassian.js';
import { aws3dShapes } from './libraries/aws3d/aws3d.js';
import { aws4Shapes } from './libraries/aws4.js';
import { basicShapes } from './libraries/basic/basic.js';
import { bootstrapShapes } from './libraries/bootstrap.js';
import { ciscoShapes } from './libraries/cisco.js';
import { electricalShapes } from './libraries/electrical/electrical.js';
import { floorplanShapes } from './libraries/floorplan.js';
import { flowchartShapes } from './libraries/flowchartDocument.js';
import { gcp2Shapes } from './libraries/gcp2.js';
import { gmdlShapes } from './libraries/gmdl.js';
import { ibmShapes } from './libraries/ibm.js';
import { infographicShapes } from './libraries/infographic.js';
import { iosShapes } from './libraries/ios/ios.js';
import { ios7uiShapes } from './libraries/ios/ios7ui.js';
import { kubernetesShapes } from './libraries/kubernetes.js';
import { mockupShapes } from './libraries/mockup/mockup.js';
import { networks2Shapes } from './libraries/networks.js';
import { pidShapes } from './libraries/pid/pid.js';
import { rackShapes } from './libraries/rack.js';
import { sapShapes } from './libraries/sap.js';
import { bpmnShapes } from './notations/bpmn/bpmn.js';
import { c4Shapes } from './notations/c4.js';
import { dataFlowShapes } from './notations/dataFlow.js';
import { eipShapes } from './notations/eip.js';
import { entityRelationShapes } from './notations/entityRelation.js';
import { leanShapes } from './notations/leanMapping.js';
import { sysmlShapes } from './notations/sysml.js';
import { umlActions } from './notations/umlActions.js';
import type { Shape } from './shape.js';

/** `findShape`: what gives a shape of any family by its name. */
type Family = (findShape: (name: string) => Shape | undefined) => Readonly<Record<string, Shape>>;

const FAMILIES: Readonly<Record<string, Family>> = {
  android: () => ({ ...mockupShapes(), ...androidShapes() }),
  archimate: archimateShapes,
  archimate3: archimate3Shapes,
  archimate4: archimate4Shapes,
  arrows2: arrowShapes,
  atlassian: atlassianShapes,
  aws3d: aws3dShapes,
  aws4: aws4Shapes,
  basic: basicShapes,
  bootstrap: bootstrapShapes,
  bpmn: bpmnShapes,
  c4: c4Shapes,
  cabinets: rackShapes,
  cisco19: ciscoShapes,
  cisco_safe: ciscoShapes,
  dfd: dataFlowShapes,
  eip: eipShapes,
  electrical: electricalShapes,
  er: entityRelationShapes,
  floorplan: floorplanShapes,
  flowchart: flowchartShapes,
  gcp2: gcp2Shapes,
  gmdl: gmdlShapes,
  ibm: ibmShapes,
  infographic: infographicShapes,
  ios: () => ({ ...mockupShapes(), ...iosShapes() }),
  ios7ui: () => ({ ...mockupShapes(), ...ios7uiShapes() }),
  kubernetes: kubernetesShapes,
  lean_mapping: leanShapes,
  mockup: mockupShapes,
  networks: eipShapes,
  networks2: networks2Shapes,
  pid2inst: pidShapes,
  pid2misc: pidShapes,
  pid2valves: pidShapes,
  rackGeneral: rackShapes,
  sap: sapShapes,
  sysml: sysmlShapes,
  uml25: umlActions,
};

/** The families by the word in their shapes' names. */
export const SHAPE_FAMILIES: ReadonlyMap<string, Family> = new Map(Object.entries(FAMILIES));
