/** Places a sequence diagram: columns first, then its events from top to bottom, by Mermaid's rules. */
import { point, type Rect, rect } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import { SequenceBounds } from './bounds.js';
import { type Columns, layoutColumns } from './columns.js';
import { type MessageSpan, measureSpans, type Spans } from './ends.js';
import type { Message, Note, SequenceEvent, SequenceModel } from './events.js';
import { FragmentStack } from './fragmentStack.js';
import { LifelineTracks } from './lifelineTracks.js';
import { FIGURE_WIDTH, PARTICIPANT_SHAPES } from './participants.js';
import type { PlacedGroup, PlacedMessage, PlacedNote, SequencePicture } from './picture.js';
import type { SequenceSettings } from './settings.js';
import { drawnLineHeight, type SequenceTexts, textLines } from './texts.js';

/** Above a message's text, px. */
const MESSAGE_GAP = 10;
/** How far a message from a lifeline to itself reaches down, px. */
const LOOP_HEIGHT = 30;
/** Between the side of a head and the message that creates it. */
const HEAD_GAP = 3;
/** Of a line's middle from where SVG sets it, of the font size. */
const MIDDLE = 1 - 0.087;
const TITLE_HEIGHT = 40;

export function layoutSequence(
  model: SequenceModel,
  settings: SequenceSettings,
  texts: SequenceTexts,
  hasTitle: boolean,
): SequencePicture {
  const columns = layoutColumns(model, settings, texts);
  const rows = new Rows(model, columns, measureSpans(model, columns, settings, texts), settings, texts);
  for (const event of model.events) rows.add(event);
  return rows.finish(hasTitle);
}

interface MessageRow {
  readonly span: MessageSpan;
  readonly top: number;
  readonly bottom: number;
  /** Of the line. */
  readonly y: number;
}

/** Goes down the diagram event by event. */
class Rows {
  readonly #model: SequenceModel;
  readonly #columns: Columns;
  readonly #spans: Spans;
  readonly #settings: SequenceSettings;
  readonly #texts: SequenceTexts;
  readonly #bounds: SequenceBounds;
  readonly #tracks: LifelineTracks;
  readonly #fragments: FragmentStack;
  readonly #messages: PlacedMessage[] = [];
  readonly #notes: PlacedNote[] = [];

  constructor(model: SequenceModel, columns: Columns, spans: Spans, settings: SequenceSettings, texts: SequenceTexts) {
    this.#model = model;
    this.#columns = columns;
    this.#spans = spans;
    this.#settings = settings;
    this.#texts = texts;
    this.#bounds = new SequenceBounds(settings.boxMargin);
    if (model.boxes.length > 0) this.#bounds.down(settings.boxMargin + columns.titleHeight);
    this.#tracks = new LifelineTracks(columns, settings, this.#bounds);
    for (const { x, width } of columns.columns) this.#bounds.insert(x, 0, x + width, columns.headHeight);
    this.#bounds.down(columns.columns.length > 0 ? columns.headHeight : 0);
    this.#fragments = new FragmentStack(columns, spans.conditions, settings, texts, this.#bounds);
  }

  add(event: SequenceEvent): void {
    switch (event.kind) {
      case 'message':
        this.#message(event);
        break;
      case 'note':
        this.#note(event);
        break;
      case 'activate':
        this.#activate(event.participant);
        break;
      case 'deactivate':
        this.#tracks.deactivate(event.participant);
        break;
      case 'open':
        this.#fragments.open(event);
        break;
      case 'divide':
        this.#fragments.divide(event);
        break;
      case 'close':
        this.#fragments.close();
        break;
    }
  }

  #message(message: Message): void {
    const span = this.#spans.messages.get(message);
    if (!span) return;
    const { boxMargin, rightAngles, width } = this.#settings;
    const top = this.#bounds.y;
    const extent = this.#texts.extent(span.text);
    const lines = textLines(span.text).length;
    this.#bounds.down(MESSAGE_GAP + extent.height / lines);
    const isLoop = message.from === message.to;
    let down = extent.height - 10 + (isLoop && rightAngles ? 0 : boxMargin);
    const y = this.#bounds.y + down;
    const half = Math.max(extent.width, width) / 2;
    if (isLoop) {
      down += LOOP_HEIGHT;
      const below = this.#bounds.y + down;
      this.#bounds.insert(span.start - half, below - 10, span.stop + half, below + LOOP_HEIGHT);
    } else this.#bounds.insert(span.start, y - 10, span.stop, y);
    this.#bounds.down(down);
    const bottom = top + extent.height / lines + down;
    this.#bounds.insert(span.left, top, span.right, bottom);
    const isRightwards = span.start <= span.stop;
    const { from, to, start, stop } = this.#endsOf(message, { span, top, bottom, y }, isRightwards);
    this.#messages.push({
      message,
      from,
      to,
      y,
      text: span.text,
      textAt: this.#textPlace({ ...span, start, stop }, top),
      numberX: isRightwards ? span.left + 1 : span.right - 1,
      loop: isLoop ? { right: rightAngles ? span.start + half : undefined } : undefined,
    });
  }

  #textPlace({ text, start, stop }: MessageSpan, top: number): ReturnType<typeof point> {
    const { messageAlign, wrapPadding, fontSize } = this.#settings;
    const [left, length] = [Math.min(start, stop), Math.abs(stop - start)];
    // Measured where it counts alone: that takes a quarter of a long diagram's time.
    const half = (): number => this.#texts.drawnWidth(text) / 2;
    const x =
      messageAlign === 'left'
        ? Math.round(left + wrapPadding) + half()
        : messageAlign === 'right'
          ? Math.round(left + length - wrapPadding) - half()
          : Math.round(left + length / 2);
    const first = Math.round(top + MESSAGE_GAP + wrapPadding / 2) + MIDDLE * fontSize;
    return point(x, first + ((textLines(text).length - 1) * drawnLineHeight(this.#settings.fontSize)) / 2);
  }

  /** Where a message is joined to lifelines; one that creates or destroys a lifeline ends at the side of its head. */
  #endsOf(
    message: Message,
    { span, top, bottom, y }: MessageRow,
    isRightwards: boolean,
  ): Pick<PlacedMessage, 'from' | 'to'> & Pick<MessageSpan, 'start' | 'stop'> {
    const { start, stop } = span;
    const from = this.#tracks.endAt(message.from, isRightwards);
    const to = this.#tracks.endAt(message.to, message.from === message.to || !isRightwards);
    const { noteMargin, mirrorActors } = this.#settings;
    const { headHeight } = this.#columns;
    const key = message.creates === message.to ? message.to : message.destroys;
    const column = key === undefined ? undefined : this.#columns.byKey.get(key);
    if (key === undefined || !column) return { from, to, start, stop };
    const isCreated = message.creates === message.to;
    const isSender = !isCreated && message.destroys === message.from;
    if (isCreated) this.#tracks.begin(key, y - headHeight / 2);
    else this.#tracks.end(key, y - headHeight / 2);
    const other = this.#columns.byKey.get(isSender ? message.to : message.from);
    const isLeftOf = column.x < (other?.x ?? 0);
    const figure = PARTICIPANT_SHAPES[column.participant.kind].isFigure ? FIGURE_WIDTH : column.width;
    const aside = figure / 2 + (isSender ? 0 : HEAD_GAP);
    const below = bottom + headHeight / 2 + noteMargin;
    const [near, far] = isSender ? [start, stop] : [stop, start];
    if (isCreated || mirrorActors) {
      if (isLeftOf) this.#bounds.insert(near - aside, top, far, below);
      else this.#bounds.insert(far, top, near + aside, below);
    }
    this.#bounds.down(headHeight / 2);
    if (!isCreated && !mirrorActors) return { from, to, start, stop };
    const x = near + (isLeftOf ? aside : -aside);
    // The line itself ends at the side of the head.
    const at = column.center + (isLeftOf ? figure : -figure) / 2;
    const end = { participant: column.participant.key, activation: undefined, x: at };
    return isSender ? { from: end, to, start: x, stop } : { from, to: end, start, stop: x };
  }

  #note(note: Note): void {
    const span = this.#spans.notes.get(note);
    if (!span) return;
    const { boxMargin, noteMargin } = this.#settings;
    this.#bounds.down(boxMargin);
    const height = Math.round(textLines(span.text).length * drawnLineHeight(this.#settings.fontSize)) + 2 * noteMargin;
    const box = rect(span.x, this.#bounds.y, span.width, height);
    this.#bounds.down(height);
    this.#bounds.insert(box.x, box.y, box.x + box.width, box.y + height);
    this.#notes.push({ note, text: span.text, box });
  }

  #activate(key: string): void {
    const top = this.#tracks.activate(key);
    if (top !== undefined) this.#joinLastMessage(key, top - 2);
  }

  /** The message that activates a participant ends on the new activation. */
  #joinLastMessage(key: string, y: number): void {
    const last = this.#messages.at(-1);
    if (!last || last.message.to !== key || last.message.creates === key || last.loop) return;
    if (last.y !== y || last.to.activation !== undefined) return;
    this.#messages[this.#messages.length - 1] = { ...last, to: this.#tracks.endAt(key, last.from.x > last.to.x) };
  }

  finish(hasTitle: boolean): SequencePicture {
    this.#fragments.closeAll();
    const { boxMargin, mirrorActors, diagramMarginX, diagramMarginY, bottomMarginAdj } = this.#settings;
    const { columns, headHeight } = this.#columns;
    if (mirrorActors) this.#bounds.down(2 * boxMargin);
    const end = this.#bounds.y;
    const lifelines = columns.map((column) => this.#tracks.lifeline(column, end));
    if (mirrorActors) {
      const feet = columns.map(({ participant, width }) =>
        PARTICIPANT_SHAPES[participant.kind].footHeight(width, headHeight),
      );
      this.#bounds.down(largest(feet, 0) + boxMargin);
    }
    const groups = this.#groups();
    if (this.#model.boxes.length > 0) this.#bounds.down(boxMargin);
    const all = this.#bounds.area();
    const above = diagramMarginY + (hasTitle ? TITLE_HEIGHT : 0);
    const below = diagramMarginY + (mirrorActors ? bottomMarginAdj - boxMargin : 0);
    return {
      lifelines,
      groups,
      fragments: this.#fragments.placed(),
      notes: this.#notes,
      messages: this.#messages,
      area: rect(all.x - diagramMarginX, -above, all.width + 2 * diagramMarginX, all.height + above + below),
    };
  }

  #groups(): readonly PlacedGroup[] {
    const { boxMargin, boxTextMargin } = this.#settings;
    const { groups, titleHeight } = this.#columns;
    const padding = 2 * boxMargin;
    return groups.map(({ index, title, x, width }) => {
      const height = this.#bounds.y;
      this.#bounds.insert(x, 0, x + width, height);
      const area: Rect = rect(x - padding, -padding / 4, width + 2 * padding, height + 0.75 * padding);
      const box = this.#model.boxes[index] as SequenceModel['boxes'][number];
      return { box, title, titleY: boxTextMargin + titleHeight / 2, area };
    });
  }
}
