/** Sequence diagrams: lifelines with their activations, messages, notes and frames, as cells. */

import { rect } from '../../geometry/plane.js';
import type { CellLink, CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { defineKind } from '../kind.js';
import { length } from '../text/readers.js';
import { BOX_PADDING, HEAD_WIDTH } from './columns.js';
import { readSequence } from './events.js';
import { drawFragment, drawGround } from './frames.js';
import { drawFoot, lifelineHead, textKeys } from './heads.js';
import { drawMessage } from './messages.js';
import type { Lifeline, PlacedNote, SequencePicture } from './picture.js';
import { layoutSequence } from './rows.js';
import { readSequenceModel, type SequenceScript } from './script.js';

/** Mermaid's defaults, px. */
const HEAD_HEIGHT = 65;
const HEAD_MARGIN = 50;
/** Of the cross where a lifeline is destroyed, px. */
const CROSS_SIZE = 18;

/** What messages join. */
interface LifelineCells {
  /** The cells of participants by their keys, and of activations by their ids. */
  readonly ids: Map<string, string>;
  /** Where the cells of participants begin, px. */
  readonly tops: Map<string, number>;
}

export const sequence = defineKind({
  beginning: 'sequenceDiagram',
  names: ['sequence'],
  grammar: 'src/diagrams/sequence/sequenceDiagram.ts',
  read: readSequenceModel,
  draw: drawSequence,
  margins: [10, 50],
});

function drawSequence(script: SequenceScript, context: DrawContext): void {
  const settings = context.config.sequence ?? {};
  const number = (key: string, fallback: number): number => {
    return length(settings[key]) ?? fallback;
  };
  const picture = layoutSequence(readSequence(script, context), {
    width: number('width', HEAD_WIDTH),
    height: number('height', HEAD_HEIGHT),
    margin: number('actorMargin', HEAD_MARGIN),
    mirrors: settings.mirrorActors !== false,
  });
  for (const box of picture.boxes) drawBox(box, context);
  for (const fragment of picture.fragments) if (fragment.kind === 'rect') drawGround(fragment, context);
  const cells: LifelineCells = { ids: new Map(), tops: new Map() };
  for (const lifeline of picture.lifelines)
    drawLifeline(lifeline, groundOf(lifeline, picture, context), context, cells);
  for (const fragment of picture.fragments) if (fragment.kind !== 'rect') drawFragment(fragment, context);
  for (const note of picture.notes) drawNote(note, context);
  for (const message of picture.messages) drawMessage(message, cells, context);
}

function drawBox({ box, area }: SequencePicture['boxes'][number], { cells, theme }: DrawContext): void {
  const color = drawioColor(box.color) ?? 'none';
  cells.vertex({
    id: cells.id('box'),
    label: box.label.html,
    box: area,
    style: {
      rounded: 0,
      whiteSpace: 'wrap',
      html: 1,
      verticalAlign: 'top',
      spacingTop: BOX_PADDING / 2 - 4,
      fillColor: color.slice(0, 7),
      fillOpacity: opacityOf(color),
      strokeColor: theme.color('boxBorderColor', '#bbbbbb').slice(0, 7),
      ...textKeys(theme, theme.color('boxTextColor', theme.nodeText)),
    },
  });
}

/** In percent, of a colour with opacity. */
function opacityOf(color: string): number | undefined {
  return color.length === 9 ? Math.round((100 * Number.parseInt(color.slice(7), 16)) / 255) : undefined;
}

/** The colour behind a lifeline. */
function groundOf({ participant }: Lifeline, { boxes }: SequencePicture, { theme }: DrawContext): string {
  const around = boxes.find(({ index }) => index === participant.box);
  const color = around && drawioColor(around.box.color);
  return color === undefined || color === 'none' || color.length > 7 ? theme.background : color;
}

function drawLifeline(lifeline: Lifeline, ground: string, context: DrawContext, { ids, tops }: LifelineCells): void {
  const { cells, theme } = context;
  const { participant, center, head, bottom, activations, isDestroyed } = lifeline;
  const id = cells.id(participant.key);
  ids.set(participant.key, id);
  const { style, label, box, inner } = lifelineHead(participant, head, ground, theme);
  tops.set(participant.key, box.y);
  cells.vertex({
    id,
    identity: participant.key,
    label,
    box: rect(box.x, box.y, box.width, bottom - box.y),
    style: {
      shape: 'umlLifeline',
      perimeter: 'lifelinePerimeter',
      html: 1,
      container: 1,
      dropTarget: 0,
      collapsible: 0,
      recursiveResize: 0,
      outlineConnect: 0,
      portConstraint: 'eastwest',
      newEdgeStyle: '{"curved":0,"rounded":0}',
      ...style,
    },
    link: linkOf(participant.links),
  });
  if (inner) cells.vertex({ id: cells.id(`${id}-head`), parent: id, ...inner });
  for (const activation of activations) {
    const cell = cells.id(activation.id);
    ids.set(activation.id, cell);
    cells.vertex({ id: cell, parent: id, box: activation.box, style: activationStyle(context) });
  }
  if (isDestroyed) {
    cells.vertex({
      id: cells.id(`${id}-end`),
      parent: id,
      box: rect(center - CROSS_SIZE / 2, bottom - CROSS_SIZE / 2, CROSS_SIZE, CROSS_SIZE),
      style: { shape: 'umlDestroy', html: 1, strokeColor: theme.color('signalColor', theme.line), strokeWidth: 2 },
    });
  }
  drawFoot(lifeline, context);
}

const activationStyle = ({ theme }: DrawContext): CellStyle => ({
  html: 1,
  points: '[[0,0,0,0,5],[0,1,0,0,-5],[1,0,0,0,5],[1,1,0,0,-5]]',
  perimeter: 'orthogonalPerimeter',
  outlineConnect: 0,
  targetShapes: 'umlLifeline',
  portConstraint: 'eastwest',
  newEdgeStyle: '{"curved":0,"rounded":0}',
  fillColor: theme.color('activationBkgColor', '#f4f4f4').slice(0, 7),
  strokeColor: theme.color('activationBorderColor', '#666666').slice(0, 7),
});

/** draw.io has one link for a cell: the first; the tooltip names them all. */
function linkOf(links: readonly (readonly [name: string, href: string])[]): CellLink | undefined {
  const [first] = links;
  if (!first) return undefined;
  return { href: first[1], tooltip: links.map(([name, href]) => `${name}: ${href}`).join('\n') };
}

function drawNote({ note, box }: PlacedNote, { cells, theme }: DrawContext): void {
  cells.vertex({
    id: cells.id(note.id),
    label: note.label.html,
    box,
    style: {
      shape: 'note',
      size: 10,
      backgroundOutline: 1,
      darkOpacity: 0.05,
      whiteSpace: 'wrap',
      html: 1,
      fillColor: theme.noteFill.slice(0, 7),
      strokeColor: theme.noteStroke.slice(0, 7),
      ...textKeys(theme, theme.noteText),
    },
  });
}
