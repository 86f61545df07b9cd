/** Icons of architecture diagrams; Mermaid's own five are put together of draw.io's shapes in white on a blue square. */
import { type Rect, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { addIconCell } from '../iconCell.js';

export const ICON_FILL = '#087ebf';
/** The side of the square that the parts are given for. */
const SIDE = 80;

interface Part {
  readonly box: Rect;
  readonly style: CellStyle;
  readonly label?: string;
}

const WHITE = '#ffffff';
/** Of icons that stand on no square, as on a page that says nothing of colours. */
const BLACK = '#000000';
const outline = (style: CellStyle): CellStyle => ({ ...style, fillColor: 'none', strokeColor: WHITE });
const filled = (style: CellStyle): CellStyle => ({ ...style, fillColor: WHITE, strokeColor: 'none' });
const level = (x: number, y: number, width: number): Part => ({
  box: rect(x, y - 1, width, 2),
  style: outline({ line: '' }),
});
const ellipse = (x: number, y: number, width: number, height: number, style = outline): Part => ({
  box: rect(x, y, width, height),
  style: style({ ellipse: '' }),
});

const PARTS: Readonly<Record<string, readonly Part[]>> = {
  cloud: [{ box: rect(15, 22, 50, 34), style: outline({ ellipse: '', shape: 'cloud' }) }],
  database: [
    { box: rect(20, 15, 40, 50), style: outline({ shape: 'cylinder3', size: 7, boundedLbl: 1 }) },
    { box: rect(20, 27, 40, 26), style: outline({ shape: 'cylinder3', size: 7, lid: 0 }) },
  ],
  disk: [
    { box: rect(20, 15, 40, 50), style: outline({ rounded: 1, arcSize: 4 }) },
    ellipse(26, 19, 28, 29),
    ellipse(36, 30, 8, 8, filled),
    { box: rect(26, 42, 8, 16), style: filled({ rounded: 1, arcSize: 50, rotation: 20 }) },
  ],
  internet: [
    ellipse(17.5, 17.5, 45, 45),
    ellipse(28.5, 17.5, 23, 45),
    level(17.5, 40, 45),
    level(20, 30, 40),
    level(20, 50, 40),
    { box: rect(39, 17.5, 2, 45), style: outline({ line: '', direction: 'south' }) },
  ],
  server: [
    { box: rect(17.5, 17.5, 45, 45), style: outline({ rounded: 1, arcSize: 4 }) },
    level(17.5, 32.5, 45),
    level(17.5, 47.5, 45),
    ...[25, 40, 55].flatMap((y) => [
      ...[22.5, 27.5, 32.5].map((x) => ellipse(x - 1, y - 1, 2, 2, filled)),
      { box: rect(44, y - 1, 12, 2), style: filled({ rounded: 1, arcSize: 50 }) },
    ]),
  ],
};

/** What stands for an icon of a collection that isn't at hand, as Mermaid has it. */
const UNKNOWN: readonly Part[] = [
  {
    box: rect(0, 0, SIDE, SIDE),
    label: '?',
    style: { text: '', fontColor: WHITE, align: 'center', verticalAlign: 'middle' },
  },
];
const UNKNOWN_SIZE = 67.75;

export interface ServiceIcon {
  /** Whether it stands on the blue square. */
  readonly onSquare: boolean;
  /** Adds it to the square that a cell is. */
  fill(parent: string, box: Rect): void;
}

/** One of Mermaid's five, or of those at hand, which have no square around them; a question mark for others. */
export function serviceIcon(name: string, context: DrawContext): ServiceIcon {
  const known = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (known) return { onSquare: true, fill: (parent, box) => fillSquare(known, parent, box, context) };
  const { icon, reason } = context.icons.find(name);
  if (icon) return { onSquare: false, fill: (parent, box) => addIconCell(icon, parent, box, BLACK, context.cells) };
  return {
    onSquare: true,
    fill(parent, box) {
      const message = `The icon ${name} is drawn as a question mark: ${reason}.`;
      context.report({ code: 'mermaid-ignored', cellId: parent, message });
      fillSquare(UNKNOWN, parent, box, context);
    },
  };
}

function fillSquare(parts: readonly Part[], parent: string, box: Rect, { cells, theme }: DrawContext): void {
  const scale = box.width / SIDE;
  const px = (value: number): number => Math.round(value * scale * 100) / 100;
  for (const { box: part, style, label } of parts) {
    const size = label === undefined ? {} : { fontSize: px(UNKNOWN_SIZE), fontFamily: theme.fontFamily };
    const cap = typeof style.size === 'number' ? { size: px(style.size) } : {};
    cells.vertex({
      id: cells.id(`${parent}-icon`),
      parent,
      label,
      box: rect(box.x + px(part.x), box.y + px(part.y), px(part.width), px(part.height)),
      style: { ...style, html: 1, ...cap, ...size, strokeWidth: px(2), connectable: 0 },
    });
  }
}
