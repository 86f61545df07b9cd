/** Graphics states: opacity and soft masks. */
import type { PDFRef } from '@cantoo/pdf-lib';
import { formatNumber } from '../../geometry/numbers.js';
import type { Rect } from '../../geometry/plane.js';
import { Content } from './contentStream.js';
import type { LiteralDictionary, PdfObjects, Resource } from './objects.js';

/** Sets the opacity of what is filled, stroked and painted next; nothing for 1, a page's own. */
export function setOpacity(content: Content, objects: PdfObjects, fill: number, stroke: number = fill): void {
  if (fill >= 1 && stroke >= 1) return;
  const [ca, CA] = [fill, stroke].map((value) => Number(formatNumber(Math.min(1, Math.max(0, value)), 3)));
  const key = `${ca} ${CA}`;
  content.state(objects.resource('ExtGState', key, () => objects.register({ Type: 'ExtGState', ca, CA })));
}

const BLEND_MODES = { multiply: 'Multiply' } as const;

/** Sets how the colours of what is painted next mix with those below. */
export function setBlendMode(content: Content, objects: PdfObjects, blend: keyof typeof BLEND_MODES): void {
  const BM = BLEND_MODES[blend];
  content.state(objects.resource('ExtGState', `blend ${BM}`, () => objects.register({ Type: 'ExtGState', BM })));
}

/** A drawing that can be painted repeatedly, in the state that it finds. */
export function plainForm(objects: PdfObjects, content: Content, box: Rect, entries: LiteralDictionary = {}): PDFRef {
  const { x, y, width, height } = box;
  return objects.stream(content.operators, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [x, y, x + width, y + height],
    Resources: objects.dictionary(content.resources),
    ...entries,
  });
}

/** A form: a drawing painted as one, as far as `box` reaches in its own coordinates. */
export function form(objects: PdfObjects, content: Content, box: Rect, colorSpace = 'DeviceRGB'): Resource {
  const group = { Type: 'Group', S: 'Transparency', CS: colorSpace, I: true };
  const ref = plainForm(objects, content, box, { Group: group });
  return objects.name('XObject', ref);
}

/** Masks what is drawn next by the brightness or the opacity of a form, placed as if it were painted here. */
export function setMask(
  content: Content,
  objects: PdfObjects,
  mask: Resource,
  kind: 'Luminosity' | 'Alpha' = 'Luminosity',
): void {
  const state = objects.resource('ExtGState', `mask ${kind} ${mask.name}`, () =>
    objects.register({ Type: 'ExtGState', SMask: { Type: 'Mask', S: kind, G: mask.ref } }),
  );
  content.state(state);
}

/** Draws within a state of its own; where that is see-through, all of the drawing is as one. */
export function drawGroup(content: Content, objects: PdfObjects, opacity: number, draw: (into: Content) => void): void {
  if (opacity >= 1) {
    content.isolated(() => draw(content));
    return;
  }
  const inner = new Content(content.reach, content.patternOrigin);
  draw(inner);
  if (inner.isEmpty) return;
  content.isolated(() => {
    setOpacity(content, objects, opacity);
    content.paint(form(objects, inner, content.reach));
  });
}
