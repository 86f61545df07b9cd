/** Nodes that are an icon with a label: for icons that are not at hand, the box with a question mark that Mermaid draws. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { addIconCell } from '../iconCell.js';
import type { NodeLabel } from './graphDiagram.js';
import type { ModelNode } from './model.js';
import type { NodeShape } from './shapeRequest.js';

/** Mermaid's, px: the size of icons that have none, what a disc leaves around one, and the gap to the label. */
const ICON_SIZE = 48;
const DISC_PADDING = 20;
const LABEL_GAP = 8;
/** Of a label's background, both sides together. */
const LABEL_PADDING = 4;

const UNKNOWN: CellStyle = { fillColor: '#087ebf', strokeColor: 'none', fontColor: '#ffffff' };
/** The height of its sign, of the box's. */
const SIGN = 0.85;

export interface IconNode extends NodeShape {
  /** Adds the icon's cells to the node's. */
  readonly fill: (cell: string, box: Rect) => void;
}

/** `own` is what the node's CSS says. */
export function iconNode(
  node: ModelNode,
  { size: text, own }: NodeLabel,
  padding: number,
  context: DrawContext,
): IconNode {
  const { icon: known, reason } = context.icons.find(node.icon ?? '');
  if (!known) {
    const message = `The icon ${node.icon} is drawn as a question mark: ${reason}.`;
    context.report({ code: 'mermaid-ignored', cellId: node.id, message });
  }
  const icon = Math.max(node.assetHeight ?? ICON_SIZE, node.assetWidth ?? ICON_SIZE);
  const frame = frameOf(node, icon, padding);
  const around = text.height > 0 ? LABEL_PADDING : 0;
  const label = { width: text.width + around, height: text.height + around };
  const gap = text.height > 0 ? LABEL_GAP : 0;
  const onTop = node.pos === 't';
  const { cells, theme } = context;
  return {
    size: { width: Math.max(frame.side, label.width), height: frame.side + gap + label.height },
    style: {
      text: '',
      align: 'center',
      verticalAlign: onTop ? 'top' : 'bottom',
      // Its line is in the middle of Mermaid's, which is higher.
      ...(onTop ? { spacingTop: -2 } : { spacingBottom: 2 }),
      labelBackgroundColor: theme.edgeLabelFill.slice(0, 7),
      fillColor: 'none',
      strokeColor: 'none',
    },
    fill: (cell, box) => {
      const center = { x: box.x + box.width / 2, y: (onTop ? box.y + label.height + gap : box.y) + frame.side / 2 };
      const squareOf = (side: number): Rect => rect(center.x - side / 2, center.y - side / 2, side, side);
      const add = (name: string, side: number, style: CellStyle, sign = ''): void =>
        cells.vertex({
          id: cells.id(`${cell}-${name}`),
          parent: cell,
          box: squareOf(side),
          label: sign,
          style: { ...style, html: 1, connectable: 0 },
        });
      if (frame.style) {
        add('frame', frame.side, { ...frame.style, fillColor: theme.nodeFill, strokeColor: theme.nodeFill });
      }
      if (known) {
        addIconCell(known, cell, squareOf(icon), String(own.strokeColor ?? theme.nodeStroke), cells);
        return;
      }
      add('icon', icon, { ...UNKNOWN, fontFamily: theme.fontFamily, fontSize: Math.round(SIGN * icon) }, '?');
    },
  };
}

/** What is behind an icon. */
function frameOf(
  { shape }: ModelNode,
  icon: number,
  padding: number,
): { readonly side: number; readonly style?: CellStyle } {
  switch (shape) {
    case 'iconCircle':
      return { side: icon * Math.SQRT2 + 2 * DISC_PADDING, style: { ellipse: '' } };
    case 'iconRounded':
      return { side: icon + padding, style: { rounded: 1, absoluteArcSize: 1, arcSize: 10 } };
    case 'iconSquare':
      return { side: icon + padding, style: { rounded: 0 } };
    default:
      return { side: icon };
  }
}
