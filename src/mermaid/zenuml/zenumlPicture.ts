/** A ZenUML diagram laid out: what stands where, px from the first participant's room and the head of the diagram. */
import type { Point, Rect } from '../../geometry/plane.js';
import type { TextLook } from './zenumlComment.js';
import type { FragmentKind, ZenParticipant } from './zenumlModel.js';

/** What a text of so much room around its middle needs the diagram to be wide for. */
export interface Reach {
  readonly middle: number;
  readonly text: string;
}

/** While something is done, a bar on a lifeline. */
export interface Bar {
  readonly participant: string;
  readonly box: Rect;
}

/** What an end of a line is joined to. */
export interface LineEnd {
  readonly participant: string;
  /** Undefined for the lifeline itself; 'head' for the participant's head. */
  readonly bar: Bar | 'head' | undefined;
  readonly x: number;
}

export interface PlacedText {
  readonly text: string;
  /** Of its middle, or of its end for a number, and of its baseline. */
  readonly at: Point;
}

export interface Line {
  readonly type: 'call' | 'async' | 'creation' | 'return';
  readonly from: LineEnd;
  readonly to: LineEnd;
  readonly y: number;
  readonly label: PlacedText;
  readonly number: PlacedText | undefined;
  readonly look: TextLook;
}

/** A line from a lifeline to itself. */
export interface Loop {
  readonly isAsync: boolean;
  readonly from: LineEnd;
  readonly to: LineEnd;
  /** Of its upper line and its lower one. */
  readonly top: number;
  readonly bottom: number;
  /** Where it turns. */
  readonly right: number;
  /** Of the beginning of its text. */
  readonly label: PlacedText;
  readonly number: PlacedText;
  readonly look: TextLook;
}

/** A return to oneself: a sign and a text. */
export interface SelfReturn {
  readonly sign: Rect;
  readonly label: PlacedText;
}

export interface Separator {
  readonly y: number;
  readonly left: number;
  readonly title: string;
}

export interface Frame {
  readonly kind: FragmentKind;
  readonly condition: string | undefined;
  box: Rect;
  readonly headerY: number;
  readonly separators: readonly Separator[];
  readonly number: string;
}

export interface Divider {
  readonly y: number;
  readonly width: number;
  readonly text: string;
}

export interface PlacedComment {
  readonly text: string;
  readonly look: TextLook;
  /** Of the beginning of its first line's baseline. */
  at: Point;
  /** Above a frame: it begins where that does. */
  readonly isOfFrame: boolean;
}

export interface Head {
  readonly participant: ZenParticipant;
  readonly center: number;
  readonly box: Rect;
  /** Of its name, px. */
  readonly textWidth: number;
  /** It is drawn where it is created. */
  readonly isCreated: boolean;
}

export interface PlacedGroup {
  readonly name: string;
  readonly box: Rect;
}

/** What comes of the statements. */
export interface PlacedStatements {
  readonly bars: readonly Bar[];
  readonly lines: readonly Line[];
  readonly loops: readonly Loop[];
  readonly selfReturns: readonly SelfReturn[];
  readonly frames: readonly Frame[];
  readonly dividers: readonly Divider[];
  readonly comments: readonly PlacedComment[];
}

export interface ZenumlPicture extends PlacedStatements {
  readonly heads: readonly Head[];
  readonly groups: readonly PlacedGroup[];
  readonly width: number;
  readonly height: number;
  /** Room for frames beyond the first participant and the last. */
  readonly border: { readonly left: number; readonly right: number };
}
