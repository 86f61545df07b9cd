/** The shapes of participants' heads: what they take, and where their texts stand, as Mermaid draws them. */
import type { CellStyle } from '../cells.js';
import type { ParticipantKind } from './events.js';

/** Of one head, px from its upper edge. */
interface HeadPlaces {
  /** Where the shape begins. */
  readonly top: number;
  /** The middle of the text. */
  readonly text: number;
}

export interface ParticipantShape {
  readonly style: CellStyle;
  /** Where the line begins below. */
  line(height: number): number;
  head(height: number): HeadPlaces;
  foot(width: number, height: number): HeadPlaces;
  /** What the head again, below the line, takes of the diagram. */
  footHeight(width: number, height: number): number;
  /** Whether messages that create or destroy it end at a figure in the middle, and not at the side of a box. */
  readonly isFigure?: true;
  /** Whether the text stands below the figure, and not in a box. */
  readonly isIcon?: true;
  /** It stands beside its place: how far to the right, and down. */
  readonly shift?: number;
  /** How thick it is drawn, px; default as the theme has borders. */
  readonly strokeWidth?: number;
}

const box = (style: CellStyle): ParticipantShape => ({
  style,
  line: (height) => height,
  head: (height) => ({ top: 0, text: height / 2 }),
  foot: (_, height) => ({ top: 0, text: height / 2 }),
  footHeight: (_, height) => height,
});

/** A box whose text stands so far below its middle. */
const icon = (
  shape: string,
  line: number,
  head: readonly [top: number, below: number],
  foot: HeadPlaces & { readonly height: number },
): ParticipantShape => ({
  style: { shape },
  isIcon: true,
  line: () => line,
  head: (height) => ({ top: head[0], text: head[1] + height / 2 }),
  foot: () => foot,
  footHeight: () => foot.height,
});

const DATABASE_TEXT = 35;
const DATABASE_LABEL = 20;
/** Of figures whose lines the theme says nothing of, px. */
const FIGURE_LINE = 2;
/** The depth of a cylinder's end, of its width. */
const cylinderEnd = (width: number): number => width / 6 / (2.5 + width / 150);

export const PARTICIPANT_SHAPES: Readonly<Record<ParticipantKind, ParticipantShape>> = {
  participant: box({ rounded: 1, absoluteArcSize: 1, arcSize: 6 }),
  queue: box({ shape: 'seqQueue' }),
  collections: { ...box({ shape: 'seqCollections' }), shift: -6 },
  actor: {
    ...icon('seqActorStick', 80, [-5, 35], { top: -5, text: 67.5, height: 65 }),
    isFigure: true,
    strokeWidth: FIGURE_LINE,
  },
  boundary: { ...icon('seqBoundary', 80, [11, 36], { top: 11, text: 68, height: 64 }), strokeWidth: FIGURE_LINE },
  control: {
    ...icon('seqControl', 75, [10, 34], { top: 10, text: 69, height: 84 }),
    isFigure: true,
    strokeWidth: FIGURE_LINE,
  },
  entity: { ...icon('seqEntity', 75, [9, 36], { top: 10, text: 69, height: 64 }), isFigure: true },
  database: {
    style: { shape: 'seqDatabase' },
    isFigure: true,
    isIcon: true,
    line: (height) => height + 10,
    head: (height) => ({ top: 0, text: DATABASE_TEXT + height / 2 }),
    foot: (width) => ({ top: cylinderEnd(width), text: DATABASE_TEXT + (width / 3 + DATABASE_LABEL) / 2 }),
    footHeight: (width) => width / 3 + DATABASE_LABEL,
  },
};

/** Of the figure that messages end at, px. */
export const FIGURE_WIDTH = 36;
