/** Ishikawa diagrams: an effect at the head of a fish, and its causes as the bones. */
import { compressPage } from '../../decode/compression.js';
import { type Point, type Rect, rect } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { CellStyle } from '../cells.js';
import { optionsOf } from '../charts/chartOptions.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { type Bone, bonesOf, LEAN, type Side } from './ishikawaBones.js';
import { causesOf, type IshikawaCause, type IshikawaModel, readIshikawa } from './ishikawaModel.js';
import { brokenText, ishikawaSize, type SetText, setText } from './ishikawaTexts.js';

export const ishikawa = defineKind({
  beginning: 'ishikawa-beta (or ishikawa)',
  names: ['ishikawa'],
  grammar: 'src/diagrams/ishikawa/ishikawaDiagram.ts',
  read: readIshikawa,
  draw: drawIshikawa,
  margins: [0],
  // What Mermaid takes for the title is the effect.
  titleSize: 'own',
});

/** Px. */
const SPINE = 250;
const HEAD = { fontSize: 14, leastWidth: 60, leastHeight: 40, padding: 6, aside: 3, letters: 110, least: 6 };
/** How far the curve of a head reaches, and its control point, of the head's width. */
const NOSE = { reach: 1.2, control: 2.4 };
const FIRST_BONE = 20;
/** The least part of a side's room, and that of a bone without causes. */
const LEAST_ROOM = 0.3;
const BARE_BONE = 0.2;
/** From the end of a bone to the anchor of its cause, and around that, px. */
const CAUSE = { gap: 11, across: 20, down: 2 };

const LINE_WIDTH = 2;
/** Mermaid's arrow heads are so long, of the line's width; draw.io's are so much longer than their size. */
const ARROW = 4;

function drawIshikawa({ root }: IshikawaModel, context: DrawContext): void {
  if (!root) return;
  const { cells, config, budget } = context;
  budget.spend(causesOf(root));
  const lengths = boneLengths(root, context);
  const y = root.children.length === 0 ? SPINE : Math.max(lengths[-1], SPINE);
  const head = drawHead(root.text, y, context);
  let x = -FIRST_BONE;
  for (let index = 0; index < root.children.length; index += 2) {
    const sides = [-1, 1] as const;
    const pair = sides.map((side, at) => {
      const cause = root.children[index + at];
      return cause ? drawCause(cause, { start: { x, y }, side, length: lengths[side] }, context) : x;
    });
    x = smallest(pair);
  }
  if (root.children.length > 0) {
    const style: CellStyle = { ...lineOf(LINE_WIDTH, context), endArrow: 'none', entryX: 0, entryY: 0.5 };
    cells.edge({ id: cells.id('spine'), source: { x, y }, target: head, style });
    cells.reserve(rect(x, y, 0, 0));
  }
  const padding = optionsOf(config.ishikawa).length('diagramPadding', 20);
  const { bounds } = cells;
  if (bounds)
    cells.reserve(
      rect(bounds.x - padding, bounds.y - padding, bounds.width + 2 * padding, bounds.height + 2 * padding),
    );
}

/** The room for bones on both sides of the spine, px: as much for each as it has causes of causes. */
function boneLengths({ children }: IshikawaCause, { config }: DrawContext): Readonly<Record<Side, number>> {
  const counts = [-1, 1].map((side) =>
    children.filter((_, index) => index % 2 === (side < 0 ? 0 : 1)).map((cause) => causesOf(cause)),
  );
  const totals = counts.map((each) => each.reduce((sum, count) => sum + count, 0));
  const all = (totals[0] ?? 0) + (totals[1] ?? 0);
  const lengthOf = (side: number): number => {
    const shared = all === 0 ? SPINE : Math.max(LEAST_ROOM * SPINE, (2 * SPINE * (totals[side] ?? 0)) / all);
    return Math.max(shared, 2 * ishikawaSize(config) * largest(counts[side] ?? [], 0));
  };
  return { [-1]: lengthOf(0), 1: lengthOf(1) };
}

/** Gives the id of its cell. */
function drawHead(text: string, y: number, context: DrawContext): string {
  const { cells, config } = context;
  const letters = Math.max(HEAD.least, Math.floor(HEAD.letters / (0.6 * ishikawaSize(config))));
  const place = { x: 0, y, anchor: 'middle', baseline: 'middle', bold: true, fontSize: HEAD.fontSize } as const;
  const label = setText({ ...place, text: brokenText(text, letters) }, context);
  const width = Math.max(HEAD.leastWidth, label.box.width + HEAD.padding);
  const height = Math.max(HEAD.leastHeight, 2 * label.box.height + 40);
  const id = cells.id('head');
  // The text stands in the middle of the width without the nose.
  const aside = 2 * (width / 2 + HEAD.aside - (NOSE.reach * width) / 2);
  cells.vertex({
    id,
    label: label.html,
    box: rect(0, y - height / 2, NOSE.reach * width, height),
    style: {
      ...headShape(width, height),
      ...label.style,
      ...boxOf(context),
      ...(aside < 0 ? { spacingRight: decimals(-aside) } : { spacingLeft: decimals(aside) }),
    },
  });
  return id;
}

function headShape(width: number, height: number): CellStyle {
  const reach = decimals(NOSE.reach * width);
  const xml =
    `<shape w="${reach}" h="${decimals(height)}" aspect="variable" strokewidth="inherit"><foreground><path>` +
    `<move x="0" y="0"/><line x="0" y="${decimals(height)}"/>` +
    `<quad x1="${decimals(NOSE.control * width)}" y1="${decimals(height / 2)}" x2="0" y2="0"/>` +
    '<close/></path><fillstroke/></foreground></shape>';
  return { shape: `stencil(${compressPage(xml)})` };
}

interface MainBone {
  /** On the spine. */
  readonly start: Point;
  readonly side: Side;
  /** Px, where it has causes. */
  readonly length: number;
}

/** Gives the left edge of the texts. */
function drawCause(cause: IshikawaCause, { start, side, length }: MainBone, context: DrawContext): number {
  const { cells } = context;
  const reach = cause.children.length > 0 ? length : BARE_BONE * length;
  const end = { x: start.x + LEAN.x * reach, y: start.y + LEAN.y * reach * side };
  const label = causeText(cause.text, end, side, context);
  const { x, y, width, height } = label.box;
  const box = rect(x - CAUSE.across, y - CAUSE.down, width + 2 * CAUSE.across, height + 2 * CAUSE.down);
  const id = cells.id(cause.text);
  const bones = bonesOf(cause, { start, end, isLevel: false }, side);
  drawLine({ text: '', start, end, isLevel: false }, { id, box, lineWidth: LINE_WIDTH }, context);
  cells.vertex({ id, label: label.html, box, style: { rounded: 0, ...label.style, ...boxOf(context) } });
  return smallest(
    bones.map((bone) => drawBone(bone, side, context)),
    x,
  );
}

function causeText(text: string, end: Point, side: Side, context: DrawContext): SetText {
  const place = { x: end.x, y: end.y + CAUSE.gap * side, anchor: 'middle', baseline: 'middle' } as const;
  return setText({ ...place, text, fontSize: context.theme.fontSize }, context);
}

/** Gives the left edge of its text. */
function drawBone(bone: Bone, side: Side, context: DrawContext): number {
  const { cells, config, theme } = context;
  const baseline = bone.isLevel ? 'middle' : side < 0 ? 'alphabetic' : 'hanging';
  const { html, box, style } = setText(
    { ...bone.end, text: bone.text, anchor: 'end', baseline, fontSize: theme.fontSize },
    context,
  );
  const id = cells.id(bone.text.replaceAll('\n', ' '));
  const lineWidth = config.look === 'handDrawn' ? LINE_WIDTH : 1;
  drawLine(bone, { id, box, lineWidth }, context);
  cells.vertex({ id, label: html, box, style: { text: '', ...style, strokeColor: 'none', fillColor: 'none' } });
  return box.x;
}

/** What a bone begins at: the cell of its text. */
interface BoneEnd {
  readonly id: string;
  readonly box: Rect;
  readonly lineWidth: number;
}

/** From the text to what it causes. */
function drawLine({ start, end }: Bone, { id, box, lineWidth }: BoneEnd, context: DrawContext): void {
  const { cells } = context;
  cells.edge({
    id: cells.id(`${id}-bone`),
    source: id,
    target: start,
    style: {
      ...lineOf(lineWidth, context),
      endArrow: 'block',
      endFill: 1,
      endSize: ARROW * lineWidth,
      exitX: partOf(end.x - box.x, box.width),
      exitY: partOf(end.y - box.y, box.height),
      exitPerimeter: 0,
    },
  });
  cells.reserve(rect(start.x, start.y, 0, 0));
  cells.reserve(rect(end.x, end.y, 0, 0));
}

const lineOf = (strokeWidth: number, { theme, config }: DrawContext): CellStyle => ({
  html: 1,
  rounded: 0,
  strokeColor: theme.line.slice(0, 7),
  strokeWidth,
  ...(config.look === 'handDrawn' ? { sketch: 1, jiggle: 1.5, fillStyle: 'solid' } : {}),
});

const boxOf = ({ theme, config }: DrawContext): CellStyle => ({
  fillColor: theme.nodeFill.slice(0, 7),
  strokeColor: theme.line.slice(0, 7),
  strokeWidth: LINE_WIDTH,
  ...(config.look === 'handDrawn'
    ? { sketch: 1, jiggle: 1.5, fillStyle: 'hachure', fillWeight: 2.5, hachureGap: 5 }
    : {}),
});

/** Letters may be too small for a box. */
const partOf = (length: number, whole: number): number => (whole > 0 ? decimals(length / whole, 4) : 0);

const decimals = (value: number, digits = 2): number => Number(value.toFixed(digits));
