/** The flow animation of edges (flowAnimation=1): the dashes of the line that moves, and its pace. */

import type { Drawing, Flow } from '../drawing/scene.js';
import type { Style } from '../style/style.js';

/** How draw.io dashes a moving line that has no dashes of its own, px. */
const DASH: readonly number[] = [8];
/** Sixteen pixels pass in the time that the style gives, or in half a second. */
const DISTANCE = 16;
const DURATION = '500';

const TIMING_FUNCTION =
  /^(linear|ease|ease-in|ease-out|ease-in-out|step-start|step-end|cubic-bezier\([\d.,\s-]+\)|steps\([\d\s]+(,\s*[a-z-]+\s*)?\))$/;
const DIRECTION = /^(normal|reverse|alternate|alternate-reverse)$/;

/** The line as it moves; as it is where nothing of it is stroked. `pattern` are the style's dashes, if it has some. */
export function flowing(drawing: Drawing, style: Style, pattern: readonly number[] | undefined): Drawing {
  const { stroke } = drawing;
  if (!stroke) return drawing;
  const dash = stroke.dash.length > 0 ? stroke.dash : dashOf(style, pattern);
  // What is no list of lengths leaves the line whole.
  if (dash.length === 0) return drawing;
  const length = dash.reduce((sum, each) => sum + each, 0) * (dash.length % 2 === 0 ? 1 : 2);
  return { ...drawing, stroke: { ...stroke, dash }, flow: flowOf(style, length) };
}

function dashOf(style: Style, pattern: readonly number[] | undefined): readonly number[] {
  if (!pattern) return DASH;
  const unit = style.flag('fixDash') ? 1 : style.number('strokeWidth', 1);
  return pattern.map((each) => each * unit);
}

/** A browser takes a declaration as a whole: with one part that is no CSS, the dashes stand still. */
function flowOf(style: Style, length: number): Flow | undefined {
  const timing = style.string('flowAnimationTimingFunction', 'linear');
  const direction = style.string('flowAnimationDirection', 'normal');
  const duration = Number.parseInt(style.string('flowAnimationDuration', DURATION), 10);
  if (!(duration >= 0) || !TIMING_FUNCTION.test(timing) || !DIRECTION.test(direction)) return undefined;
  return { length, milliseconds: Math.round((length / DISTANCE) * duration), timing, direction };
}
