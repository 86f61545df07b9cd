/** The one table from draw.io's shape names to shapes, and to the shapes that draw edges. */

import { ANDROID_SHAPES } from './android.js';
import { ARCHIMATE_SHAPES } from './archimate.js';
import { ARCHIMATE3_SHAPES } from './archimate3.js';
import { ARCHIMATE4_SHAPES } from './archimate4.js';
import { BASIC_SHAPES } from './basic.js';
import { withConnectionPoints } from './connectionPoints.js';
import { curvedText } from './curvedText.js';
import { BLOCK_ARROWS } from './edges/arrow.js';
import { boundsAlongLine } from './edges/bounds.js';
import { CONNECTORS } from './edges/connector.js';
import { BANDS } from './edges/flexArrow.js';
import { LIBRARY_EDGES } from './edges/libraryEdges.js';
import { SANKEY_LINKS } from './edges/sankeyLink.js';
import { ELECTRICAL_SHAPES } from './electrical.js';
import { FLOWCHART_SHAPES } from './flowchart.js';
import { extShape, GENERAL_SHAPES } from './general.js';
import { GMDL_SHAPES } from './gmdl.js';
import { IMAGE_SHAPES, labelShape } from './image.js';
import { INFOGRAPHIC_SHAPES } from './infographic.js';
import { IOS_SHAPES } from './ios.js';
import { IOS7UI_SHAPES } from './ios7ui.js';
import { LIBRARY_SHAPES } from './libraries.js';
import { MOCKUP_SHAPES } from './mockup.js';
import { NOTATION_SHAPES } from './notations.js';
import { PID_SHAPES } from './pid.js';
import { RACK_SHAPES } from './rack.js';
import type { EdgeShape, Shape } from './shape.js';
import { SOLID_SHAPES } from './solids.js';
import { SWIMLANE_SHAPES } from './swimlane.js';
import { sysmlComposite } from './sysml.js';
import { TABLE_SHAPES } from './table.js';
import { umlLifeline } from './uml.js';
import { invisible } from './widgets.js';
import { ZIGZAGS } from './zigzag.js';

export const EDGE_SHAPES: ReadonlyMap<string, EdgeShape> = new Map(
  Object.entries<EdgeShape>({
    ...CONNECTORS,
    ...BLOCK_ARROWS,
    ...BANDS,
    ...LIBRARY_EDGES,
    ...SANKEY_LINKS,
  }),
);

export const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>(
    withConnectionPoints({
      // A vertex with an edge's shape shows nothing but its label.
      ...Object.fromEntries([...EDGE_SHAPES.keys()].map((name) => [name, invisible])),
      ...BASIC_SHAPES,
      ...IMAGE_SHAPES,
      label: labelShape((name) => (name === 'label' ? undefined : SHAPES.get(name))),
      ...SWIMLANE_SHAPES,
      ...TABLE_SHAPES,
      ...FLOWCHART_SHAPES,
      ...SOLID_SHAPES,
      ...GENERAL_SHAPES,
      ...ZIGZAGS,
      ...NOTATION_SHAPES,
      umlLifeline: umlLifeline((name) => SHAPES.get(name)),
      'mxgraph.sysml.composite': sysmlComposite((name) => SHAPES.get(name)),
      curvedText,
      // The line that draw.io's editor drags to move a table's.
      tableLine: invisible,
      ext: extShape((name) => SHAPES.get(name)),
      ...LIBRARY_SHAPES,
      ...MOCKUP_SHAPES,
      ...INFOGRAPHIC_SHAPES,
      ...IOS_SHAPES,
      ...ARCHIMATE3_SHAPES,
      ...ARCHIMATE4_SHAPES,
      ...ARCHIMATE_SHAPES,
      ...GMDL_SHAPES,
      ...ANDROID_SHAPES,
      ...IOS7UI_SHAPES,
      ...ELECTRICAL_SHAPES,
      ...PID_SHAPES,
      ...RACK_SHAPES,
    }),
  ),
);

const INVISIBLE_EDGE: EdgeShape = {
  draw() {},
  bounds: (points) => boundsAlongLine(points, 0),
  turns: true,
};

/** The shape of an edge by name: shapes of vertices draw nothing along an edge; undefined for a name nobody knows. */
export const edgeShapeOf = (name: string): EdgeShape | undefined =>
  EDGE_SHAPES.get(name) ?? (SHAPES.has(name) ? INVISIBLE_EDGE : undefined);
