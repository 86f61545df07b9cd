/** The participants of a ZenUML text, in the order in which it first names them, and the messages that keep them apart. */
import { STARTER, type ZenMessage, type ZenParticipant } from './zenumlModel.js';

export class ZenumlCast {
  readonly #participants = new Map<string, ZenParticipant>();
  readonly #messages: ZenMessage[] = [];
  readonly #ignored = new Set<string>();

  /** What is known of a participant is kept: later words add to it. */
  add(name: string, { label, type, stereotype, color, group, emoji }: Omit<ZenParticipant, 'name'> = {}): void {
    const known: ZenParticipant = this.#participants.get(name) ?? { name };
    known.label ||= label;
    known.type ||= type;
    known.stereotype ||= stereotype;
    known.color ||= color;
    known.group ||= group;
    known.emoji ||= emoji;
    this.#participants.set(name, known);
  }

  send(message: ZenMessage): ZenMessage {
    this.#messages.push(message);
    return message;
  }

  /** A sentence about what has no place in the picture. */
  ignore(sentence: string): void {
    this.#ignored.add(sentence);
  }

  get messages(): readonly ZenMessage[] {
    return this.#messages;
  }

  get ignored(): readonly string[] {
    return [...this.#ignored];
  }

  /** Who sends what nobody else does is the first, where there is such a message, or nothing at all. */
  get participants(): readonly ZenParticipant[] {
    const isEmpty = this.#messages.length === 0 && this.#participants.size === 0;
    const isNeeded = isEmpty || this.#messages.some(({ from }) => from === STARTER);
    return [...(isNeeded ? [{ name: STARTER }] : []), ...this.#participants.values()];
  }
}
