/** A sequence diagram as it is drawn: Mermaid's messages told apart, with their labels set and measured. */
import type { DrawContext } from '../context.js';
import type { Size } from '../graph/graph.js';
import { labelHtml } from '../text/labels.js';
import type { SequenceActor, SequenceMessage, SequenceNumbering, SequenceScript } from './script.js';

export interface SequenceLabel extends Size {
  /** HTML. */
  readonly html: string;
}

export type ParticipantKind =
  | 'participant'
  | 'actor'
  | 'boundary'
  | 'control'
  | 'entity'
  | 'database'
  | 'collections'
  | 'queue';

export interface Participant {
  readonly key: string;
  readonly kind: ParticipantKind;
  readonly label: SequenceLabel;
  /** Its place in the model's boxes. */
  readonly box: number | undefined;
  readonly links: readonly (readonly [name: string, href: string])[];
}

export interface ParticipantBox {
  readonly label: SequenceLabel;
  readonly color: string;
}

/** What stands at an end of a message's line. */
export type MessageHead =
  | 'none'
  | 'filled'
  | 'open'
  | 'cross'
  | 'upperHalf'
  | 'lowerHalf'
  | 'upperStick'
  | 'lowerStick';

export interface Message {
  readonly kind: 'message';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: SequenceLabel;
  readonly dotted: boolean;
  readonly start: MessageHead;
  readonly end: MessageHead;
  /** Ends with a dot on the lifeline. */
  readonly startsCentrally: boolean;
  readonly endsCentrally: boolean;
  readonly number: string | undefined;
  readonly creates: string | undefined;
  readonly destroys: string | undefined;
}

export interface Note {
  readonly kind: 'note';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly side: 'left' | 'right' | 'over';
  readonly label: SequenceLabel;
}

/** Several messages and notes in a frame, or on a coloured ground. */
export type FragmentKind = 'loop' | 'alt' | 'opt' | 'par' | 'critical' | 'break' | 'rect';

export type SequenceEvent =
  | Message
  | Note
  | { readonly kind: 'activate' | 'deactivate'; readonly participant: string }
  | {
      readonly kind: 'open';
      readonly id: string;
      readonly fragment: FragmentKind;
      readonly tag: SequenceLabel;
      readonly label: SequenceLabel;
      /** Of the ground of a rect. */
      readonly color?: string;
    }
  | { readonly kind: 'divide'; readonly label: SequenceLabel }
  | { readonly kind: 'close' };

export interface SequenceModel {
  readonly participants: readonly Participant[];
  readonly boxes: readonly ParticipantBox[];
  readonly events: readonly SequenceEvent[];
}

interface Line {
  readonly dotted?: true;
  readonly start?: MessageHead;
  readonly end?: MessageHead;
}

/** By Mermaid's names of its line types. */
const LINES: Readonly<Record<string, Line>> = {
  SOLID: { end: 'filled' },
  DOTTED: { dotted: true, end: 'filled' },
  SOLID_OPEN: {},
  DOTTED_OPEN: { dotted: true },
  SOLID_CROSS: { end: 'cross' },
  DOTTED_CROSS: { dotted: true, end: 'cross' },
  SOLID_POINT: { end: 'open' },
  DOTTED_POINT: { dotted: true, end: 'open' },
  BIDIRECTIONAL_SOLID: { start: 'filled', end: 'filled' },
  BIDIRECTIONAL_DOTTED: { dotted: true, start: 'filled', end: 'filled' },
  SOLID_TOP: { end: 'upperHalf' },
  SOLID_BOTTOM: { end: 'lowerHalf' },
  STICK_TOP: { end: 'upperStick' },
  STICK_BOTTOM: { end: 'lowerStick' },
  SOLID_ARROW_TOP_REVERSE: { start: 'upperHalf' },
  SOLID_ARROW_BOTTOM_REVERSE: { start: 'lowerHalf' },
  STICK_ARROW_TOP_REVERSE: { start: 'upperStick' },
  STICK_ARROW_BOTTOM_REVERSE: { start: 'lowerStick' },
  SOLID_TOP_DOTTED: { dotted: true, end: 'upperHalf' },
  SOLID_BOTTOM_DOTTED: { dotted: true, end: 'lowerHalf' },
  STICK_TOP_DOTTED: { dotted: true, end: 'upperStick' },
  STICK_BOTTOM_DOTTED: { dotted: true, end: 'lowerStick' },
  SOLID_ARROW_TOP_REVERSE_DOTTED: { dotted: true, start: 'upperHalf' },
  SOLID_ARROW_BOTTOM_REVERSE_DOTTED: { dotted: true, start: 'lowerHalf' },
  STICK_ARROW_TOP_REVERSE_DOTTED: { dotted: true, start: 'upperStick' },
  STICK_ARROW_BOTTOM_REVERSE_DOTTED: { dotted: true, start: 'lowerStick' },
};

const OPENINGS: Readonly<Record<string, FragmentKind>> = {
  LOOP_START: 'loop',
  ALT_START: 'alt',
  OPT_START: 'opt',
  PAR_START: 'par',
  PAR_OVER_START: 'par',
  CRITICAL_START: 'critical',
  BREAK_START: 'break',
  RECT_START: 'rect',
};

const DIVIDERS = new Set(['ALT_ELSE', 'PAR_AND', 'CRITICAL_OPTION']);
const CLOSINGS = new Set(['LOOP_END', 'ALT_END', 'OPT_END', 'PAR_END', 'CRITICAL_END', 'BREAK_END', 'RECT_END']);

const KINDS = new Set<string>([
  'participant',
  'actor',
  'boundary',
  'control',
  'entity',
  'database',
  'collections',
  'queue',
] satisfies ParticipantKind[]);

/** Where a text asks to be wrapped: in a participant's box, and else; px. */
const PARTICIPANT_WRAP = 130;
const TEXT_WRAP = 180;

/** Px; the tags of frames. */
const TAG_FONT_SIZE = 14;

export function readSequence(script: SequenceScript, context: DrawContext): SequenceModel {
  const { actors, boxes, messages } = script;
  const label = labelSetter(context);
  const used = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const hidesUnused = context.config.sequence?.hideUnusedParticipants === true;
  const places = new Map(
    boxes.flatMap(({ actorKeys }, index) => actorKeys.map((key) => [key, index] as const)).reverse(),
  );
  return {
    participants: actors
      .filter(({ key }) => !hidesUnused || used.has(key))
      .map((actor) => {
        reportProperties(actor, context);
        return {
          key: actor.key,
          kind: (KINDS.has(actor.type) ? actor.type : 'participant') as ParticipantKind,
          label: label(actor.description, actor.wrap ? PARTICIPANT_WRAP : undefined),
          box: places.get(actor.key),
          links: actor.links,
        };
      }),
    boxes: boxes.map(({ name, wrap, fill }) => ({
      label: label(name, wrap ? TEXT_WRAP : undefined),
      color: fill,
    })),
    events: readEvents(messages, label, context),
  };
}

/** Properties name CSS classes and icons of the page that Mermaid draws in. */
function reportProperties({ name, properties }: SequenceActor, { report }: DrawContext): void {
  if (properties.length === 0) return;
  report({
    code: 'mermaid-ignored',
    cellId: name,
    message: `Properties of ${name} are not shown: ${properties.join(', ')}.`,
  });
}

type LabelSetter = (text: string, maxWidth?: number, fontSize?: number) => SequenceLabel;

const labelSetter =
  ({ theme, measure, report }: DrawContext): LabelSetter =>
  (text, maxWidth, fontSize = theme.fontSize) => {
    const html = labelHtml({ text }, report);
    const font = { fontFamily: theme.fontFamily, fontSize };
    const natural = measure(html, font);
    if (maxWidth === undefined || natural.width <= maxWidth) return { html, ...natural };
    const wrapped = `<div style="width:${maxWidth}px;white-space:normal">${html}</div>`;
    return { html: wrapped, ...measure(wrapped, font), width: maxWidth };
  };

function readEvents(
  messages: readonly SequenceMessage[],
  label: LabelSetter,
  { config }: DrawContext,
): readonly SequenceEvent[] {
  const numbers = new Numbering(config.sequence?.showSequenceNumbers === true);

  const eventOf = (message: SequenceMessage): readonly SequenceEvent[] => {
    const { type, from, to, wrap, text, side, startsCentrally, endsCentrally, creates, destroys } = message;
    const labelled = (): SequenceLabel => label(text, wrap ? TEXT_WRAP : undefined);
    const line = LINES[type];
    if (line && from !== undefined && to !== undefined) {
      return [
        {
          kind: 'message',
          id: `message-${message.id}`,
          from,
          to,
          label: labelled(),
          dotted: line.dotted ?? false,
          start: line.start ?? 'none',
          end: line.end ?? 'none',
          startsCentrally,
          endsCentrally,
          number: numbers.next(),
          creates,
          destroys,
        },
      ];
    }
    if (type === 'NOTE' && from !== undefined && to !== undefined) {
      return [{ kind: 'note', id: `note-${message.id}`, from, to, side, label: labelled() }];
    }
    if (type === 'ACTIVE_START' && from !== undefined) return [{ kind: 'activate', participant: from }];
    if (type === 'ACTIVE_END' && from !== undefined) return [{ kind: 'deactivate', participant: from }];
    if (type === 'AUTONUMBER' && message.numbering) numbers.set(message.numbering);
    const fragment = OPENINGS[type];
    if (fragment) {
      const [id, none] = [`${fragment}-${message.id}`, label('')];
      if (fragment === 'rect') return [{ kind: 'open', id, fragment, tag: none, label: none, color: text }];
      const tag = label(fragment, undefined, TAG_FONT_SIZE);
      return [{ kind: 'open', id, fragment, tag, label: condition(text, wrap, label) }];
    }
    if (DIVIDERS.has(type)) return [{ kind: 'divide', label: condition(text, wrap, label) }];
    return CLOSINGS.has(type) ? [{ kind: 'close' }] : [];
  };
  return messages.flatMap(eventOf);
}

const condition = (text: string, wrap: boolean, label: LabelSetter): SequenceLabel =>
  text.trim() === '' ? label('') : label(`[${text}]`, wrap ? TEXT_WRAP : undefined);

/** Numbers of messages: they count on while they are not shown. */
class Numbering {
  #visible: boolean;
  #number = 1;
  #step = 1;

  constructor(visible: boolean) {
    this.#visible = visible;
  }

  set({ visible, start, step }: SequenceNumbering): void {
    this.#visible = visible;
    this.#number = start || this.#number;
    this.#step = step || this.#step;
  }

  next(): string | undefined {
    const number = this.#number;
    this.#number = Math.round((number + this.#step) * 100) / 100;
    return this.#visible ? String(number) : undefined;
  }
}
