/** A sequence diagram as it is drawn: Mermaid's messages told apart. */
import type { DrawContext } from '../context.js';
import type { SequenceActor, SequenceMessage, SequenceNumbering, SequenceScript } from './script.js';
import type { SequenceSettings } from './settings.js';

/** Plain text; some are broken into lines where there is no room for them. */
export interface SequenceText {
  readonly text: string;
  readonly wraps: boolean;
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
  readonly label: SequenceText;
  /** Its place in the model's boxes. */
  readonly box: number | undefined;
  readonly links: readonly (readonly [name: string, href: string])[];
}

export interface ParticipantBox {
  readonly label: SequenceText;
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
  readonly label: SequenceText;
  readonly dotted: boolean;
  readonly start: MessageHead;
  readonly end: MessageHead;
  /** Ends with a dot on the lifeline. */
  readonly startsCentrally: boolean;
  readonly endsCentrally: boolean;
  /** Its target becomes active. */
  readonly activates: boolean;
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
  readonly label: SequenceText;
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
      /** Its condition. */
      readonly text: string;
      /** Of the ground of a rect. */
      readonly color?: string;
    }
  | { readonly kind: 'divide'; readonly text: string }
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

export function readSequence(
  script: SequenceScript,
  { hideUnusedParticipants, showSequenceNumbers }: SequenceSettings,
  context: DrawContext,
): SequenceModel {
  const { actors, boxes, messages } = script;
  const used = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const places = new Map(
    boxes.flatMap(({ actorKeys }, index) => actorKeys.map((key) => [key, index] as const)).reverse(),
  );
  return {
    participants: actors
      .filter(({ key }) => !hideUnusedParticipants || used.has(key))
      .map((actor) => {
        reportProperties(actor, context);
        return {
          key: actor.key,
          kind: (KINDS.has(actor.type) ? actor.type : 'participant') as ParticipantKind,
          label: { text: actor.description, wraps: actor.wrap },
          box: places.get(actor.key),
          links: actor.links,
        };
      }),
    boxes: boxes.map(({ name, wrap, fill }) => ({ label: { text: name, wraps: wrap }, color: fill })),
    events: readEvents(messages, showSequenceNumbers),
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

function readEvents(messages: readonly SequenceMessage[], showsNumbers: boolean): readonly SequenceEvent[] {
  const numbers = new Numbering(showsNumbers);

  const eventOf = (message: SequenceMessage): readonly SequenceEvent[] => {
    const { type, from, to, wrap, text, side, startsCentrally, endsCentrally, creates, destroys } = message;
    const label: SequenceText = { text, wraps: wrap };
    const line = LINES[type];
    if (line && from !== undefined && to !== undefined) {
      return [
        {
          kind: 'message',
          id: `message-${message.id}`,
          from,
          to,
          label,
          dotted: line.dotted ?? false,
          start: line.start ?? 'none',
          end: line.end ?? 'none',
          startsCentrally,
          endsCentrally,
          activates: message.activates,
          number: numbers.next(),
          creates,
          destroys,
        },
      ];
    }
    if (type === 'NOTE' && from !== undefined && to !== undefined) {
      return [{ kind: 'note', id: `note-${message.id}`, from, to, side, label }];
    }
    if (type === 'ACTIVE_START' && from !== undefined) return [{ kind: 'activate', participant: from }];
    if (type === 'ACTIVE_END' && from !== undefined) return [{ kind: 'deactivate', participant: from }];
    if (type === 'AUTONUMBER' && message.numbering) numbers.set(message.numbering);
    const fragment = OPENINGS[type];
    if (fragment === 'rect') return [{ kind: 'open', id: `rect-${message.id}`, fragment, text: '', color: text }];
    if (fragment) return [{ kind: 'open', id: `${fragment}-${message.id}`, fragment, text }];
    if (DIVIDERS.has(type)) return [{ kind: 'divide', text }];
    return CLOSINGS.has(type) ? [{ kind: 'close' }] : [];
  };
  return messages.flatMap(eventOf);
}

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
