/** A sequence diagram laid out: where its lifelines, messages, notes and frames stand. */
import type { Rect } from '../../geometry/plane.js';
import type { FragmentKind, Message, Note, Participant, ParticipantBox, SequenceLabel } from './events.js';

export interface Activation {
  readonly id: string;
  readonly box: Rect;
}

export interface Lifeline {
  readonly participant: Participant;
  readonly center: number;
  /** The whole head, an icon's label included. */
  readonly head: Rect;
  /** Where its line ends. */
  readonly bottom: number;
  /** The head again, below the line. */
  readonly foot: Rect | undefined;
  readonly isDestroyed: boolean;
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
  /** Of a message from a lifeline to itself. */
  readonly loop: { readonly x: number; readonly bottom: number } | undefined;
}

export interface PlacedNote {
  readonly note: Note;
  readonly box: Rect;
}

export interface Section {
  readonly y: number;
  readonly label: SequenceLabel;
}

export interface Fragment {
  readonly id: string;
  readonly kind: FragmentKind;
  readonly tag: SequenceLabel;
  readonly label: SequenceLabel;
  readonly color: string | undefined;
  readonly box: Rect;
  /** All but the first. */
  readonly sections: readonly Section[];
}

export interface SequencePicture {
  readonly lifelines: readonly Lifeline[];
  readonly boxes: readonly { readonly index: number; readonly box: ParticipantBox; readonly area: Rect }[];
  /** Outer before inner. */
  readonly fragments: readonly Fragment[];
  readonly notes: readonly PlacedNote[];
  readonly messages: readonly PlacedMessage[];
}

export interface SequenceSettings {
  /** Of heads, at least, px. */
  readonly width: number;
  readonly height: number;
  /** Between heads, px. */
  readonly margin: number;
  readonly mirrors: boolean;
}
