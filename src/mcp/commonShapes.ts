/** The shapes that most diagrams are made of, as draw.io's palettes have them, and other words for them. */

interface CommonShape {
  readonly name: string;
  readonly also: string;
  readonly style: string;
}

const common = (name: string, also: string, style: string): CommonShape => ({ name, also, style });

export const COMMON_SHAPES: readonly CommonShape[] = [
  common('rectangle', 'box square process node', 'rounded=0;whiteSpace=wrap;html=1;'),
  common('rounded rectangle', 'box', 'rounded=1;whiteSpace=wrap;html=1;'),
  common('text', 'label caption title', 'text;html=1;align=center;verticalAlign=middle;whiteSpace=wrap;'),
  common('ellipse', 'oval', 'ellipse;whiteSpace=wrap;html=1;'),
  common('circle', 'round', 'ellipse;whiteSpace=wrap;html=1;aspect=fixed;'),
  common('diamond', 'rhombus decision condition', 'rhombus;whiteSpace=wrap;html=1;'),
  common('terminator', 'pill stadium start end', 'rounded=1;whiteSpace=wrap;html=1;arcSize=50;'),
  common('process', 'subroutine predefined', 'shape=process;whiteSpace=wrap;html=1;backgroundOutline=1;'),
  common(
    'parallelogram',
    'input output data',
    'shape=parallelogram;perimeter=parallelogramPerimeter;whiteSpace=wrap;html=1;fixedSize=1;',
  ),
  common('hexagon', 'preparation', 'shape=hexagon;perimeter=hexagonPerimeter2;whiteSpace=wrap;html=1;fixedSize=1;'),
  common('triangle', '', 'triangle;whiteSpace=wrap;html=1;'),
  common('trapezoid', '', 'shape=trapezoid;perimeter=trapezoidPerimeter;whiteSpace=wrap;html=1;fixedSize=1;'),
  common(
    'cylinder',
    'database db storage',
    'shape=cylinder3;whiteSpace=wrap;html=1;boundedLbl=1;backgroundOutline=1;size=15;',
  ),
  common('cloud', 'internet', 'ellipse;shape=cloud;whiteSpace=wrap;html=1;'),
  common('document', 'file report', 'shape=document;whiteSpace=wrap;html=1;boundedLbl=1;'),
  common('note', 'comment annotation', 'shape=note;whiteSpace=wrap;html=1;backgroundOutline=1;size=15;'),
  common('card', '', 'shape=card;whiteSpace=wrap;html=1;'),
  common('cube', 'box 3d node', 'shape=cube;whiteSpace=wrap;html=1;boundedLbl=1;backgroundOutline=1;size=10;'),
  common('step', 'chevron', 'shape=step;perimeter=stepPerimeter;whiteSpace=wrap;html=1;fixedSize=1;'),
  common(
    'actor',
    'person user stick figure uml',
    'shape=umlActor;verticalLabelPosition=bottom;verticalAlign=top;html=1;',
  ),
  common('use case', 'uml', 'ellipse;whiteSpace=wrap;html=1;'),
  common('component', 'module uml', 'shape=component;align=left;spacingLeft=36;whiteSpace=wrap;html=1;'),
  common(
    'package',
    'folder uml',
    'shape=folder;fontStyle=1;tabWidth=40;tabHeight=14;tabPosition=left;html=1;whiteSpace=wrap;',
  ),
  common(
    'lifeline',
    'sequence participant uml',
    'shape=umlLifeline;perimeter=lifelinePerimeter;whiteSpace=wrap;html=1;container=1;collapsible=0;recursiveResize=0;',
  ),
  common('swimlane', 'lane pool container', 'swimlane;startSize=30;whiteSpace=wrap;html=1;'),
  common('horizontal swimlane', 'lane pool container', 'swimlane;horizontal=0;startSize=30;whiteSpace=wrap;html=1;'),
  common(
    'list',
    'class entity container',
    'swimlane;fontStyle=0;childLayout=stackLayout;horizontal=1;startSize=30;horizontalStack=0;resizeParent=1;resizeParentMax=0;collapsible=0;whiteSpace=wrap;html=1;',
  ),
  common(
    'container',
    'group boundary frame',
    'rounded=0;whiteSpace=wrap;html=1;container=1;collapsible=0;verticalAlign=top;dashed=1;fillColor=none;',
  ),
  common('callout', 'speech bubble', 'shape=callout;whiteSpace=wrap;html=1;perimeter=calloutPerimeter;'),
  common('double ellipse', 'final state', 'ellipse;shape=doubleEllipse;whiteSpace=wrap;html=1;aspect=fixed;'),
  common(
    'queue',
    'pipe das storage',
    'shape=cylinder3;direction=south;whiteSpace=wrap;html=1;boundedLbl=1;backgroundOutline=1;size=15;',
  ),
];
