/** The four sides of a terminal, and which of them its port constraint lets an edge use. */
import type { Style } from '../style/style.js';
import type { RouteTerminal } from './router.js';

export type Side = 'west' | 'north' | 'east' | 'south';

/** Clockwise. */
export const SIDES: readonly Side[] = ['west', 'north', 'east', 'south'];

/** The side that lies `quarters` quarter turns further clockwise. */
export const turnSide = (side: Side, quarters: number): Side => SIDES[(SIDES.indexOf(side) + quarters + 4) % 4] as Side;

export const oppositeSide = (side: Side): Side => turnSide(side, 2);

export const isHorizontal = (side: Side): boolean => side === 'west' || side === 'east';

/** Quarter turns that portConstraintRotation applies for a terminal's rotation. */
function constraintQuarters(style: Style): number {
  if (style.number('portConstraintRotation', 0) !== 1) return 0;
  const rotation = style.number('rotation', 0);
  if (rotation > 45) return rotation >= 135 ? 2 : 1;
  if (rotation < -45) return rotation <= -135 ? 2 : 3;
  return 0;
}

/**
 * The sides that the terminal's portConstraint (or else the edge's sourcePortConstraint or targetPortConstraint)
 * names, as substrings in any order ("eastwest"); undefined where nothing constrains the edge.
 */
export function allowedSides(terminal: RouteTerminal, edge: Style, isSource: boolean): ReadonlySet<Side> | undefined {
  const names =
    terminal.style.get('portConstraint') ?? edge.get(isSource ? 'sourcePortConstraint' : 'targetPortConstraint');
  if (names === undefined) return undefined;
  const quarters = constraintQuarters(terminal.style);
  return new Set(SIDES.filter((side) => names.includes(side)).map((side) => turnSide(side, quarters)));
}
