/** The heads of lifelines: boxes, and the signs of UML for actors, boundaries and the like. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle, VertexCell } from '../cells.js';
import type { DrawContext } from '../context.js';
import type { MermaidTheme } from '../theme.js';
import type { Participant, ParticipantKind } from './events.js';
import type { Lifeline } from './picture.js';
import { isIcon } from './rows.js';

interface Icon {
  readonly style: CellStyle;
  /** Width by height. */
  readonly aspect: number;
  /** draw.io's lifelines can't have it as their head: it stands in them as a cell of its own. */
  readonly isInner?: true;
}

const ICONS: { readonly [Kind in ParticipantKind]?: Icon } = {
  actor: { style: { shape: 'umlActor' }, aspect: 0.55 },
  boundary: { style: { shape: 'umlBoundary' }, aspect: 1.25 },
  control: { style: { shape: 'umlControl' }, aspect: 0.9 },
  entity: { style: { shape: 'umlEntity' }, aspect: 1 },
  database: { style: { shape: 'cylinder3', size: 7, backgroundOutline: 1 }, aspect: 1, isInner: true },
};

/** Boxes that no lifeline can have as its head: they stand in it as cells of their own. */
const BOXES: { readonly [Kind in ParticipantKind]?: CellStyle } = {
  collections: { shape: 'mxgraph.basic.layered_rect', dx: 8, outlineConnect: 0 },
  queue: { shape: 'cylinder3', direction: 'south', boundedLbl: 1, backgroundOutline: 1, size: 10 },
};

/** The name of the lifeline's own shape: draw.io then draws its line only. */
const NO_HEAD = 'umlLifeline';

const LARGEST_ICON = 42;
const LABEL_GAP = 2;

export const textKeys = (theme: MermaidTheme, color: string): CellStyle => ({
  fontColor: color.slice(0, 7),
  fontFamily: theme.fontFamily,
  fontSize: theme.fontSize,
});

const colors = (theme: MermaidTheme): CellStyle => ({
  fillColor: theme.color('actorBkg', theme.nodeFill).slice(0, 7),
  strokeColor: theme.color('actorBorder', theme.nodeStroke).slice(0, 7),
});

interface LifelineHead {
  /** HTML. */
  readonly label: string;
  readonly style: CellStyle;
  /** The head's own, without an icon's label. */
  readonly box: Rect;
  /** A cell that stands in for the head. */
  readonly inner?: Pick<VertexCell, 'label' | 'box' | 'style'>;
}

export function lifelineHead(participant: Participant, head: Rect, ground: string, theme: MermaidTheme): LifelineHead {
  const { kind, label } = participant;
  const text = textKeys(theme, theme.color('actorTextColor', theme.nodeText));
  const base: CellStyle = { size: head.height, ...colors(theme), ...text };
  const icon = ICONS[kind];
  if (icon) {
    const box = iconBox(participant, icon, head);
    if (icon.isInner) {
      const style = { ...belowIcon(icon), ...colors(theme), ...text, labelBackgroundColor: ground };
      const own = { participant: NO_HEAD, ...base, size: box.height };
      return { label: '', style: own, box, inner: { label: label.html, box, style } };
    }
    const style: CellStyle = {
      participant: icon.style.shape,
      ...base,
      size: box.height,
      verticalAlign: 'top',
      spacingTop: box.height + LABEL_GAP - 5,
      labelBackgroundColor: ground,
    };
    return { label: label.html, style, box };
  }
  const own = BOXES[kind];
  if (!own) return { label: label.html, style: { whiteSpace: 'wrap', ...base }, box: head };
  const style: CellStyle = { ...own, whiteSpace: 'wrap', html: 1, ...colors(theme), ...text };
  const inner = { label: label.html, box: head, style };
  return { label: '', style: { participant: NO_HEAD, ...base }, box: head, inner };
}

/** An icon as a cell of its own. */
const belowIcon = ({ style }: Icon): CellStyle => ({
  ...style,
  verticalLabelPosition: 'bottom',
  verticalAlign: 'top',
  spacingTop: LABEL_GAP - 5,
  html: 1,
});

/** An icon stands on its label, at the bottom of the head. */
function iconBox({ label }: Participant, { aspect }: Icon, head: Rect): Rect {
  const height = Math.min(LARGEST_ICON, head.height - label.height - LABEL_GAP);
  const width = Math.round(height * aspect);
  const top = head.y + head.height - label.height - LABEL_GAP - height;
  return rect(head.x + (head.width - width) / 2, top, width, height);
}

/** The head again, below its lifeline. */
export function drawFoot({ participant, foot }: Lifeline, { cells, theme }: DrawContext): void {
  if (!foot) return;
  const icon = ICONS[participant.kind];
  const box = icon && isIcon(participant) ? iconBox(participant, icon, foot) : foot;
  const shape: CellStyle = icon
    ? belowIcon(icon)
    : { ...(BOXES[participant.kind] ?? { rounded: 0 }), whiteSpace: 'wrap' };
  cells.vertex({
    id: cells.id(`${participant.key}-foot`),
    label: participant.label.html,
    box: icon ? rect(box.x, foot.y, box.width, box.height) : box,
    style: {
      ...shape,
      html: 1,
      ...colors(theme),
      ...textKeys(theme, theme.color('actorTextColor', theme.nodeText)),
    },
  });
}
