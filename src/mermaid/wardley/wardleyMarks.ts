/** What is written on a Wardley map: numbered annotations with their box, notes, and arrows that hasten or slow it. */
import { rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import { drawText, lineHeight, textWidth } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import type { WardleyAnnotation, WardleyMark, WardleyModel } from './wardleyModel.js';
import type { WardleyPlan } from './wardleyPlan.js';

/** Px. */
const DISC = { radius: 10, strokeWidth: 1.5, fontSize: 10 };
const BOX = { padding: 10, row: 16, fontSize: 11, room: 105, radius: 4 };
const NOTE_SIZE = 11;
const WHITE = '#ffffff';
const ARROW = { width: 60, shaft: 30, wing: 8, head: 20, labelDown: 15, fontSize: 10 };

export function drawAnnotations(
  { annotations, annotationsBox }: WardleyModel,
  plan: WardleyPlan,
  context: DrawContext,
): void {
  const { cells, theme } = context;
  const { colors, project } = plan;
  for (const { number, coordinates } of annotations) {
    for (const { x, y } of coordinates.map(project)) {
      const { radius, strokeWidth, fontSize } = DISC;
      cells.vertex({
        id: cells.id(`annotation-${number}`),
        label: String(number),
        box: rect(x - radius, y - radius, 2 * radius, 2 * radius),
        style: {
          ellipse: '',
          html: 1,
          fillColor: WHITE,
          strokeColor: colors.axis,
          strokeWidth,
          fontFamily: theme.fontFamily,
          fontSize,
          fontStyle: 1,
          fontColor: colors.axisText,
        },
      });
    }
  }
  const written = annotations.filter((each) => each.text).sort((a, b) => a.number - b.number);
  if (annotationsBox && written.length > 0) drawBox(written, project(annotationsBox), plan, context);
}

/** It stays on the map. */
function drawBox(
  annotations: readonly WardleyAnnotation[],
  wanted: { readonly x: number; readonly y: number },
  { sizes, colors }: WardleyPlan,
  context: DrawContext,
): void {
  const { cells } = context;
  const { padding, row, fontSize, room, radius } = BOX;
  const lines = annotations.map(({ number, text = '' }) => `${number}. ${text}`);
  const width = largest(lines.map((line) => textWidth(line, { fontSize }, context))) + 2 * padding + room;
  const height = lines.length * row + 2 * padding + lineHeight(fontSize) / 2;
  const x = Math.max(sizes.padding, Math.min(wanted.x, sizes.width - sizes.padding - width));
  const y = Math.max(sizes.padding, Math.min(wanted.y, sizes.height - sizes.padding - height));
  const id = cells.id('annotations');
  const style: CellStyle = {
    rounded: 1,
    absoluteArcSize: 1,
    arcSize: 2 * radius,
    html: 1,
    fillColor: WHITE,
    strokeColor: colors.axis,
    strokeWidth: DISC.strokeWidth,
  };
  cells.vertex({ id, box: rect(x, y, width, height), style });
  for (const [index, text] of lines.entries()) {
    const at = { x: x + padding, y: y + padding + (index + 1) * row, anchor: 'start', baseline: 'middle' } as const;
    drawText({ ...at, text, fontSize, color: colors.axisText, parent: id }, context);
  }
}

export function drawNotes(notes: readonly WardleyMark[], { project, colors }: WardleyPlan, context: DrawContext): void {
  for (const { name, ...place } of notes) {
    const at = { ...project(place), anchor: 'start' } as const;
    drawText({ ...at, text: name, fontSize: NOTE_SIZE, color: colors.axisText, bold: true }, context);
  }
}

/** Arrows to the right, or to the left, with their names below them. */
export function drawArrows(
  marks: readonly WardleyMark[],
  direction: 'east' | 'west',
  { project, colors }: WardleyPlan,
  context: DrawContext,
): void {
  const { cells } = context;
  const height = ARROW.shaft + 2 * ARROW.wing;
  for (const { name, ...place } of marks) {
    const { x, y } = project(place);
    const id = cells.id(name);
    cells.vertex({
      id,
      box: rect(x, y - height / 2, ARROW.width, height),
      style: {
        shape: 'singleArrow',
        ...(direction === 'west' ? { direction } : {}),
        arrowWidth: Math.round((1000 * ARROW.shaft) / height) / 1000,
        arrowSize: Math.round((1000 * ARROW.head) / ARROW.width) / 1000,
        html: 1,
        fillColor: WHITE,
        strokeColor: colors.componentStroke,
      },
    });
    const at = { x: x + ARROW.width / 2, y: y + ARROW.shaft / 2 + ARROW.labelDown };
    drawText({ ...at, text: name, fontSize: ARROW.fontSize, color: colors.axisText, bold: true, parent: id }, context);
  }
}
