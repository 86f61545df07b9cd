/** Elements of C4 diagrams: people, systems, containers and components, with their names, technologies and descriptions. */
import type { Rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { type C4Block, c4Label } from './c4Label.js';
import type { C4Element } from './c4Model.js';
import { lyingOutline, type Outline, personOutline, rectangleOutline, uprightOutline } from './c4Outlines.js';
import type { C4Settings } from './c4Settings.js';

/** Mermaid's, px. */
const SECTION_GAP = 3;
const LEAST_WRAP = 32;
const RADIUS = 12;
const BORDER = 2;
const FRAME = 8;
const LINE_HEIGHT = 1.1;
/** Of the element's font size. */
const TYPE_SIZE = 0.75;
const DESCRIPTION_SIZE = 0.82;

type ElementShape = 'person' | 'rounded' | 'cylinder' | 'lying' | 'framed';

/** Words of UpdateElementStyle's $shape, of sprites and of tags that say a shape. */
const SHAPE_WORDS: Readonly<Record<string, ElementShape>> = {
  person: 'person',
  box: 'rounded',
  rounded: 'rounded',
  cylinder: 'cylinder',
  database: 'cylinder',
  db: 'cylinder',
  queue: 'lying',
  pipe: 'lying',
  component: 'framed',
};

const NAMES: Readonly<Record<string, string>> = {
  person: 'Person',
  system: 'Software System',
  container: 'Container',
  component: 'Component',
};

export interface ElementDrawing {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly style: CellStyle;
  readonly outline: (box: Rect) => Outline;
}

const shapeNamed = (word: string | undefined): ElementShape | undefined => {
  const name = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(SHAPE_WORDS, name) ? SHAPE_WORDS[name] : undefined;
};

function shapeOf({ shape, sprite, tags, typeC4Shape }: C4Element): ElementShape {
  const named = [shape, sprite, ...(tags?.split(',') ?? [])].map(shapeNamed).find((each) => each !== undefined);
  if (named) return named;
  if (/person$/.test(typeC4Shape)) return 'person';
  if (/_db$/.test(typeC4Shape)) return 'cylinder';
  return /_queue$/.test(typeC4Shape) ? 'lying' : 'rounded';
}

/** "[Container: Go]". */
function stereotype({ typeC4Shape, techn }: C4Element): string {
  const kind = typeC4Shape.replace(/^external_/, '').replace(/_(?:db|queue)$/, '');
  const name = NAMES[kind] ?? kind.replaceAll('_', ' ');
  return techn === '' ? `[${name}]` : `[${name}: ${techn}]`;
}

export function elementDrawing(element: C4Element, settings: C4Settings, context: DrawContext): ElementDrawing {
  const shape = shapeOf(element);
  reportUnknown(element, shape, context);
  const padding = settings.shapePadding;
  const { width: wanted } = settings;
  // Mermaid's cylinders keep a padding of their width to themselves before they break lines.
  const room = { cylinder: wanted - padding, lying: wanted - padding / 2 }[shape as string] ?? wanted;
  const wrapWidth = Math.max(room - 2 * padding, LEAST_WRAP);
  const label = c4Label(blocksOf(element, settings), GAPS, settings.wraps ? wrapWidth : undefined, context);
  const made = MAKERS[shape](label.size.width, label.size.height, room, padding);
  const type = element.typeC4Shape;
  const font = settings.font(type);
  return {
    ...made,
    label: label.html,
    style: {
      html: 1,
      // Lines are broken where Mermaid breaks them.
      whiteSpace: 'nowrap',
      align: 'center',
      verticalAlign: 'middle',
      strokeWidth: BORDER,
      fillColor: ownColor(element.bgColor) ?? settings.color(type, 'bg') ?? context.theme.nodeFill,
      strokeColor: ownColor(element.borderColor) ?? settings.color(type, 'border') ?? context.theme.nodeStroke,
      fontColor: ownColor(element.fontColor) ?? '#FFFFFF',
      fontFamily: font.fontFamily,
      fontSize: font.fontSize,
      ...made.style,
    },
  };
}

const GAPS = [SECTION_GAP, SECTION_GAP];

export const ownColor = (color: string | undefined): string | undefined => drawioColor(color)?.slice(0, 7);

function blocksOf(element: C4Element, settings: C4Settings): readonly C4Block[] {
  const font = settings.font(element.typeC4Shape);
  const scaled = (scale: number) => ({ ...font, fontSize: font.fontSize * scale });
  return [
    { text: element.label, font: { ...font, bold: true }, lineHeight: LINE_HEIGHT },
    { text: stereotype(element), font: scaled(TYPE_SIZE), lineHeight: LINE_HEIGHT },
    { text: element.descr, font: scaled(DESCRIPTION_SIZE), lineHeight: LINE_HEIGHT },
  ].filter(({ text }) => text !== '');
}

function reportUnknown({ alias, sprite, tags }: C4Element, shape: ElementShape, { report }: DrawContext): void {
  const unused = [
    ...(sprite !== undefined && shapeNamed(sprite) !== shape ? [`the sprite ${sprite}`] : []),
    ...(tags !== undefined && !tags.split(',').some((tag) => shapeNamed(tag) === shape) ? [`the tags ${tags}`] : []),
  ];
  if (unused.length === 0) return;
  const message = `Mermaid shows nothing of ${unused.join(' and ')}: no word of Mermaid's for a shape.`;
  report({ code: 'mermaid-ignored', cellId: alias, message });
}

interface MadeShape {
  readonly width: number;
  readonly height: number;
  readonly style: CellStyle;
  readonly outline: (box: Rect) => Outline;
}

/** How deep the ends of Mermaid's cylinders bulge. */
const bulge = (diameter: number): number => diameter / 2 / (2.5 + diameter / 50);

const px = (value: number): number => Math.round(value * 100) / 100;

const MAKERS: Readonly<
  Record<ElementShape, (textWidth: number, textHeight: number, room: number, padding: number) => MadeShape>
> = {
  rounded: (textWidth, textHeight, room, padding) => ({
    width: Math.max(textWidth + 2 * padding, room),
    height: textHeight + 2 * padding,
    style: { rounded: 1, absoluteArcSize: 1, arcSize: 2 * RADIUS },
    outline: () => rectangleOutline,
  }),
  framed: (textWidth, textHeight, room, padding) => ({
    width: Math.max(textWidth + 2 * FRAME + padding, room),
    height: textHeight + padding,
    style: { shape: 'process', size: FRAME, fixedSize: 1, backgroundOutline: 1 },
    outline: () => rectangleOutline,
  }),
  person: (textWidth, textHeight, room, padding) => {
    const width = Math.max(textWidth + 2 * padding, room, 100);
    const head = Math.min(Math.max(width * 0.23, 16), 56);
    const body = textHeight + 2 * padding;
    const height = body + 1.73 * head;
    // draw.io's shape has a smaller head, and its label stands in the middle of the body.
    const drawnHead = Math.min(width, height) * 0.45;
    const shoulders = 0.8 * drawnHead;
    return {
      width,
      height,
      style: { shape: 'mxgraph.c4.person2', ...upright((height - body - shoulders) / 2) },
      outline: () => personOutline(drawnHead / 2, shoulders),
    };
  },
  cylinder: (textWidth, textHeight, room, padding) => {
    const width = Math.max(room, textWidth) + padding;
    const cap = bulge(width);
    return {
      width,
      height: textHeight + padding + 3 * cap,
      // draw.io's label is a cap below the middle.
      style: {
        shape: 'cylinder3',
        boundedLbl: 1,
        backgroundOutline: 1,
        size: px(cap),
        ...upright(padding / 1.5 - cap),
      },
      outline: () => uprightOutline(cap),
    };
  },
  lying: (textWidth, textHeight, room, padding) => {
    const height = textHeight + padding / 2;
    const cap = bulge(height);
    return {
      width: Math.max(room, textWidth) + 3 * cap + padding / 2,
      height,
      style: { shape: 'cylinder3', direction: 'south', boundedLbl: 1, backgroundOutline: 1, size: px(cap) },
      outline: () => lyingOutline(cap),
    };
  },
};

/** A label so far below the middle of its room: draw.io halves what is kept free on one side. */
const upright = (offset: number): CellStyle => ({
  [offset > 0 ? 'spacingTop' : 'spacingBottom']: px(2 * Math.abs(offset)),
});
