/** A sequence diagram laid out: where its lifelines, messages, notes and frames stand. */
import type { Point, Rect } from '../../geometry/plane.js';
import type { FragmentKind, Message, Note, Participant, ParticipantBox } from './events.js';

export interface Activation {
  readonly id: string;
  readonly box: Rect;
}

export interface Lifeline {
  readonly participant: Participant;
  /** As it is drawn, with the lines that it is broken into. */
  readonly label: string;
  readonly center: number;
  /** The room of the head. */
  readonly head: Rect;
  /** Where its line ends. */
  readonly bottom: number;
  /** Where the head stands again, below the line. */
  readonly foot: number | undefined;
  readonly activations: readonly Activation[];
}

/** What an end of a message is joined to. */
export interface MessageEnd {
  readonly participant: string;
  /** An activation's id; undefined for the lifeline itself. */
  readonly activation: string | undefined;
  /** Page px. */
  readonly x: number;
}

export interface PlacedMessage {
  readonly message: Message;
  readonly from: MessageEnd;
  readonly to: MessageEnd;
  readonly y: number;
  readonly text: string;
  /** The middle of its text, page px. */
  readonly textAt: Point;
  /** Where its number stands. */
  readonly numberX: number;
  /** Of a message from a lifeline to itself: how far its right angles reach, where it has them. */
  readonly loop: { readonly right: number | undefined } | undefined;
}

export interface PlacedNote {
  readonly note: Note;
  readonly text: string;
  readonly box: Rect;
}

export interface Section {
  readonly y: number;
  readonly text: string;
}

export interface Fragment {
  readonly id: string;
  readonly kind: FragmentKind;
  readonly text: string;
  readonly color: string | undefined;
  readonly box: Rect;
  /** All but the first. */
  readonly sections: readonly Section[];
}

export interface PlacedGroup {
  readonly box: ParticipantBox;
  readonly title: string;
  /** The middle of the title, page px. */
  readonly titleY: number;
  readonly area: Rect;
}

export interface SequencePicture {
  readonly lifelines: readonly Lifeline[];
  readonly groups: readonly PlacedGroup[];
  /** Outer before inner. */
  readonly fragments: readonly Fragment[];
  readonly notes: readonly PlacedNote[];
  readonly messages: readonly PlacedMessage[];
  /** With its margins. */
  readonly area: Rect;
}
