/** The one table from draw.io's shape names to shapes, and to the shapes that draw edges. */

import { bottom, point, right } from '../geometry/plane.js';
import { BLOCK_ARROWS } from './edges/arrow.js';
import { boundsAlongLine } from './edges/bounds.js';
import { CONNECTORS } from './edges/connector.js';
import { BANDS } from './edges/flexArrow.js';
import { LIBRARY_EDGES } from './edges/libraryEdges.js';
import { SANKEY_LINKS } from './edges/sankeyLink.js';
import { BASIC_SHAPES } from './general/basic.js';
import { curvedText } from './general/curvedText.js';
import { FLOWCHART_SHAPES } from './general/flowchart.js';
import { extShape, GENERAL_SHAPES } from './general/general.js';
import { IMAGE_SHAPES, labelShape } from './general/image.js';
import { SOLID_SHAPES } from './general/solids.js';
import { SWIMLANE_SHAPES } from './general/swimlane.js';
import { TABLE_SHAPES } from './general/table.js';
import { invisible } from './general/widgets.js';
import { ZIGZAGS } from './general/zigzag.js';
import { ANDROID_SHAPES } from './libraries/android.js';
import { ARCHIMATE_SHAPES } from './libraries/archimate/archimate.js';
import { ARCHIMATE3_SHAPES } from './libraries/archimate/archimate3.js';
import { ARCHIMATE4_SHAPES } from './libraries/archimate/archimate4.js';
import { ELECTRICAL_SHAPES } from './libraries/electrical/electrical.js';
import { GMDL_SHAPES } from './libraries/gmdl.js';
import { INFOGRAPHIC_SHAPES } from './libraries/infographic.js';
import { IOS_SHAPES } from './libraries/ios/ios.js';
import { IOS7UI_SHAPES } from './libraries/ios/ios7ui.js';
import { LIBRARY_SHAPES } from './libraries/libraryShapes.js';
import { MOCKUP_SHAPES } from './libraries/mockup/mockup.js';
import { PID_SHAPES } from './libraries/pid/pid.js';
import { RACK_SHAPES } from './libraries/rack.js';
import { NOTATION_SHAPES } from './notations/notations.js';
import { sysmlComposite } from './notations/sysml.js';
import { umlLifeline } from './notations/uml.js';
import { withConnectionPoints } from './perimeters/connectionPoints.js';
import type { EdgeShape, Shape } from './shape.js';

export const EDGE_SHAPES: ReadonlyMap<string, EdgeShape> = new Map(
  Object.entries<EdgeShape>({
    ...CONNECTORS,
    ...BLOCK_ARROWS,
    ...BANDS,
    ...LIBRARY_EDGES,
    ...SANKEY_LINKS,
  }),
);

/** A vertex with an edge's shape shows nothing but its label, and takes the room that an edge would have for its markers. */
function vertexWith(edge: EdgeShape): Shape {
  return {
    draw() {},
    reach: (box, style) => edge.bounds([point(box.x, box.y), point(right(box) - 1, bottom(box) - 1)], style),
  };
}

export const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>(
    withConnectionPoints({
      ...Object.fromEntries([...EDGE_SHAPES].map(([name, edge]) => [name, vertexWith(edge)])),
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
