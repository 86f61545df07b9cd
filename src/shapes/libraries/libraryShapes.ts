/** The shapes of draw.io's libraries that are drawn by program ("mxgraph.…"), apart from mock-ups and diagrams' own. */

import { BPMN_SHAPES } from '../notations/bpmn/bpmn.js';
import type { Shape } from '../shape.js';
import { ARROWS2_SHAPES } from './arrows2.js';
import { ATLASSIAN_SHAPES } from './atlassian.js';
import { AWS3D_SHAPES } from './aws3d/aws3d.js';
import { AWS4_SHAPES } from './aws4.js';
import { BASIC_ARCS } from './basic/basicArc.js';
import { BASIC_LIBRARY } from './basic/basicLibrary.js';
import { BASIC_POLYGONS } from './basic/basicPolygon.js';
import { BASIC_RECT } from './basic/basicRect.js';
import { BASIC_RINGS } from './basic/basicRings.js';
import { BOOTSTRAP_SHAPES } from './bootstrap.js';
import { CISCO_SHAPES } from './cisco.js';
import { FLOORPLAN_SHAPES } from './floorplan.js';
import { FLOWCHART_DOCUMENT } from './flowchartDocument.js';
import { GCP2_SHAPES } from './gcp2.js';
import { IBM_SHAPES } from './ibm.js';
import { KUBERNETES_SHAPES } from './kubernetes.js';
import { NETWORK_SHAPES } from './networks.js';
import { SAP_SHAPES } from './sap.js';

export const LIBRARY_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.basic.rect': BASIC_RECT,
  ...BPMN_SHAPES,
  ...AWS4_SHAPES,
  ...AWS3D_SHAPES,
  ...CISCO_SHAPES,
  ...GCP2_SHAPES,
  ...KUBERNETES_SHAPES,
  ...ATLASSIAN_SHAPES,
  ...IBM_SHAPES,
  ...SAP_SHAPES,
  ...NETWORK_SHAPES,
  ...FLOWCHART_DOCUMENT,
  ...ARROWS2_SHAPES,
  ...BASIC_LIBRARY,
  ...BASIC_RINGS,
  ...BASIC_ARCS,
  ...BASIC_POLYGONS,
  ...BOOTSTRAP_SHAPES,
  ...FLOORPLAN_SHAPES,
};
