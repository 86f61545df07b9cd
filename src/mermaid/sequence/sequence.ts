/** Sequence diagrams: lifelines with their activations, messages, notes and frames, as cells. */
import { point } from '../../geometry/plane.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { isBoldWeight } from '../theme.js';
import { readSequence } from './events.js';
import { drawFragment, drawGround, drawGroup } from './frames.js';
import { drawFoot, drawLifeline, type LifelineCells, textKeys } from './heads.js';
import { drawMessage } from './messages.js';
import type { PlacedNote } from './picture.js';
import { layoutSequence } from './rows.js';
import { readSequenceModel, type SequenceScript } from './script.js';
import { type SequenceSettings, sequenceSettings } from './settings.js';
import { drawnLineHeight, sequenceTexts, textHtml } from './texts.js';

/** The baseline of the title above the diagram, px. */
const TITLE_Y = -25;

export const sequence = defineKind({
  beginning: 'sequenceDiagram',
  names: ['sequence'],
  grammar: 'src/diagrams/sequence/sequenceDiagram.ts',
  read: readSequenceModel,
  draw: drawSequence,
  margins: [0],
  titleSize: 'own',
});

function drawSequence(script: SequenceScript, context: DrawContext): void {
  const { cells, theme, title } = context;
  const settings = sequenceSettings(context.config);
  const { fontSize } = settings;
  const model = readSequence(script, settings, context);
  const picture = layoutSequence(model, settings, sequenceTexts(settings, context), title !== undefined);
  cells.reserve(picture.area);
  for (const group of picture.groups) drawGroup(group, fontSize, context);
  for (const fragment of picture.fragments) if (fragment.kind === 'rect') drawGround(fragment, context);
  const joined: LifelineCells = { ids: new Map(), lefts: new Map(), tops: new Map() };
  for (const lifeline of picture.lifelines) drawLifeline(lifeline, joined, fontSize, context);
  for (const [index, fragment] of picture.fragments.entries()) {
    if (fragment.kind !== 'rect') drawFragment(fragment, index, settings, context);
  }
  for (const [index, note] of picture.notes.entries()) drawNote(note, index, settings, context);
  for (const message of picture.messages) drawMessage(message, joined, fontSize, context);
  for (const lifeline of picture.lifelines) drawFoot(lifeline, fontSize, context);
  if (title === undefined) return;
  // Mermaid begins it so far to the left of the middle, whatever its length.
  const at = point(picture.area.width / 2 - 3 * settings.diagramMarginX, TITLE_Y);
  const color = theme.color('textColor', theme.nodeText).slice(0, 7);
  drawText({ text: title, ...at, fontSize: theme.fontSize, color, anchor: 'start' }, context);
}

function drawNote(
  { note, text, box }: PlacedNote,
  index: number,
  settings: SequenceSettings,
  { cells, theme, config }: DrawContext,
): void {
  const { fontSize, noteAlign, noteMargin } = settings;
  const aside = Math.max(0, noteMargin - 2);
  cells.vertex({
    id: cells.id(note.id),
    identity: `note${index}`,
    label: textHtml(text, drawnLineHeight(fontSize)),
    box,
    style: {
      rounded: 0,
      html: 1,
      ...(noteAlign !== 'center' && { align: noteAlign, spacingLeft: aside, spacingRight: aside }),
      // A pixel below the middle, as Mermaid has it.
      spacingTop: 2,
      fillColor: theme.noteFill.slice(0, 7),
      strokeColor: theme.noteStroke.slice(0, 7),
      ...textKeys(theme, theme.noteText, fontSize),
      ...(isBoldWeight(config.themeVariables?.noteFontWeight) && { fontStyle: 1 }),
    },
  });
}
