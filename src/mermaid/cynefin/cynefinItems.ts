/** What is in the domains of a Cynefin diagram: boxes one below the other, of which the middle one has room for a few. */
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { chartHtml } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { escapeHtml } from '../text/labels.js';
import type { CynefinLook } from './cynefinLook.js';
import type { DomainName } from './cynefinModel.js';

/** Px. */
const BOX = { height: 26, gap: 4, padding: 10, radius: 4 };
/** From the middle of a domain to its first box, px: below what is said of it, or below its name. */
const FIRST = { domain: [25, 15], confusion: [22, 14] } as const;
/** So many are shown of what is in the middle; the rest is counted. */
const MOST_CONFUSED = 3;
/** Percent. */
const OPACITY = { item: 95, rest: 60 };

export interface ItemsPlace {
  readonly name: DomainName;
  readonly middle: Point;
  readonly hasSayings: boolean;
  readonly look: CynefinLook;
}

export function drawItems(items: readonly string[], place: ItemsPlace, context: DrawContext): void {
  const { name, middle, hasSayings } = place;
  const isConfusion = name === 'confusion';
  const shown = isConfusion ? items.slice(0, MOST_CONFUSED) : items;
  const left = items.length - shown.length;
  const first = middle.y + FIRST[isConfusion ? 'confusion' : 'domain'][hasSayings ? 0 : 1];
  const placeOf = (index: number): Point => ({ x: middle.x, y: first + index * (BOX.height + BOX.gap) });
  for (const [index, item] of shown.entries())
    drawItem(item, placeOf(index), { opacity: OPACITY.item, place }, context);
  if (left === 0) return;
  const rest = { opacity: OPACITY.rest, place, dashed: true };
  const id = drawItem(`+${left} more`, placeOf(shown.length), rest, context);
  const message = `${left} of what is in confusion ${left === 1 ? 'is' : 'are'} counted and not shown, as in Mermaid.`;
  context.report({ code: 'mermaid-ignored', cellId: id, message });
}

interface ItemLook {
  /** Percent. */
  readonly opacity: number;
  readonly place: ItemsPlace;
  readonly dashed?: boolean;
}

/** `top` is the middle of the upper side. Gives the id of its cell. */
function drawItem(
  text: string,
  top: Point,
  { opacity, place, dashed = false }: ItemLook,
  context: DrawContext,
): string {
  const { cells, theme, measure, budget } = context;
  const { name, look } = place;
  budget.spend(1);
  const id = cells.id(text);
  const font = { fontFamily: theme.fontFamily, fontSize: look.itemFontSize };
  // Mermaid takes its width before it puts in what entities stand for.
  const width = measure(escapeHtml(text.replace(/\s+/g, ' ').trim()), font).width + 2 * BOX.padding;
  const style: CellStyle = {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 2 * BOX.radius,
    html: 1,
    spacing: 0,
    fillColor: look.domains[name],
    fillOpacity: opacity,
    strokeColor: look.boundaryColor,
    ...(dashed ? { dashed: 1, fixDash: 1, dashPattern: '3 2' } : {}),
    ...font,
    fontColor: look.textColor,
  };
  cells.vertex({ id, label: chartHtml(text), box: rect(top.x - width / 2, top.y, width, BOX.height), style });
  return id;
}
