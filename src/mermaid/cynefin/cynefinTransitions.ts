/** What moves between the domains of a Cynefin diagram: curves from the middle of one to the middle of another. */
import type { Point } from '../../geometry/plane.js';
import { chartHtml } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import type { CynefinLook } from './cynefinLook.js';
import type { DomainName, Transition } from './cynefinModel.js';

/** How far a curve's control is beside the straight line, of its length. */
const BEND = 0.15;
/** From there up to the baseline of a label, px; from a baseline up to the middle of its line, of the font size. */
const LABEL = { up: 6, middle: 0.3465 };
/** The size of a head that is six widths of its line long: draw.io adds one width, and draws the line around it too. */
const HEAD = 6 - 1 - (1 + Math.sqrt(5)) / 2;

export interface TransitionPlaces {
  /** The cells of the domains. */
  readonly ids: ReadonlyMap<DomainName, string>;
  readonly middles: ReadonlyMap<DomainName, Point>;
  readonly look: CynefinLook;
}

export function drawTransition({ from, to, label }: Transition, places: TransitionPlaces, context: DrawContext): void {
  const { cells, theme } = context;
  const { ids, middles, look } = places;
  const [source, target, start, end] = [ids.get(from), ids.get(to), middles.get(from), middles.get(to)];
  if (source === undefined || target === undefined || !start || !end) return;
  const fontSize = look.itemFontSize - 1;
  const html = chartHtml(label ?? '');
  const control = {
    x: (start.x + end.x) / 2 - BEND * (end.y - start.y),
    y: (start.y + end.y) / 2 + BEND * (end.x - start.x),
  };
  const labelStyle = {
    spacing: 0,
    labelBackgroundColor: 'none',
    fontFamily: theme.fontFamily,
    fontSize,
    fontColor: look.textColor,
  };
  const offset = { x: 0, y: -LABEL.up - LABEL.middle * fontSize };
  cells.edge({
    id: cells.id(`${source}-${target}`),
    source,
    target,
    waypoints: [control],
    labels: html === '' || fontSize <= 0 ? [] : [{ html, position: 0, offset, style: labelStyle }],
    style: {
      html: 1,
      curved: 1,
      strokeColor: look.arrowColor,
      strokeWidth: look.arrowWidth,
      endArrow: 'block',
      endFill: 1,
      endSize: Math.round(100 * HEAD * look.arrowWidth) / 100,
      ...middleStyle('exit'),
      ...middleStyle('entry'),
    },
  });
}

const middleStyle = (end: 'exit' | 'entry'): Readonly<Record<string, number>> => ({
  [`${end}X`]: 0.5,
  [`${end}Y`]: 0.5,
  [`${end}Dx`]: 0,
  [`${end}Dy`]: 0,
  [`${end}Perimeter`]: 0,
});
