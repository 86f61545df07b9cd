/** What a ZenUML text says: participants in their order, and statements in each other. */

/** The participant that sends what nobody else does; no text can call one so. */
export const STARTER = '_STARTER_';

export interface ZenParticipant {
  readonly name: string;
  /** What is shown in place of the name. */
  label?: string;
  /** The annotation without its sign: "Actor". */
  type?: string;
  stereotype?: string;
  /** As it is written: "#fee". */
  color?: string;
  /** The name of the group that it is in; groups without a name are none. */
  group?: string;
  /** The name of an emoji before its own. */
  emoji?: string;
}

/** A message as far as it keeps its participants apart. */
export interface ZenMessage {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly isCreation: boolean;
}

interface Common {
  /** What stands above it as a comment, lines apart; '' for none. */
  readonly comment: string;
  /** Participants that it names itself. */
  readonly names: readonly string[];
  /** What it sends; default nothing. */
  readonly message?: ZenMessage;
}

export interface CallStatement extends Common {
  readonly type: 'call';
  readonly from: string;
  readonly to: string;
  /** The method with its parameters. */
  readonly text: string;
  /** What the result is assigned to. */
  readonly assignee: string | undefined;
  readonly body: readonly ZenStatement[];
}

export interface AsyncStatement extends Common {
  readonly type: 'async';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface CreationStatement extends Common {
  readonly type: 'creation';
  readonly from: string;
  /** The name of what is created: "row:Row" where it is assigned. */
  readonly to: string;
  readonly text: string;
  readonly assignee: string | undefined;
  readonly body: readonly ZenStatement[];
}

export interface ReturnStatement extends Common {
  readonly type: 'return';
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface DividerStatement extends Common {
  readonly type: 'divider';
  readonly text: string;
}

export type FragmentKind = 'alt' | 'loop' | 'opt' | 'par' | 'critical' | 'section' | 'tcf' | 'ref';

export interface FragmentSection {
  /** What stands at its head, below the line above it; '' for the first. */
  readonly title: string;
  readonly body: readonly ZenStatement[];
}

export interface FragmentStatement extends Common {
  readonly type: 'fragment';
  readonly kind: FragmentKind;
  /** What stands below its name, in brackets; undefined for none. */
  readonly condition: string | undefined;
  /** None for a reference. */
  readonly sections: readonly FragmentSection[];
  /** Who sends what is in it. */
  readonly origin: string;
}

export type ZenStatement =
  | CallStatement
  | AsyncStatement
  | CreationStatement
  | ReturnStatement
  | DividerStatement
  | FragmentStatement;

export interface ZenModel {
  readonly title: string | undefined;
  /** From left to right; the starter first where there is need of it. */
  readonly participants: readonly ZenParticipant[];
  readonly statements: readonly ZenStatement[];
  readonly messages: readonly ZenMessage[];
  /** Sentences about what has no place in the picture. */
  readonly ignored: readonly string[];
}

/** The bodies of a statement, in their order. */
export function bodiesOf(statement: ZenStatement): readonly (readonly ZenStatement[])[] {
  if (statement.type === 'fragment') return statement.sections.map(({ body }) => body);
  return statement.type === 'call' || statement.type === 'creation' ? [statement.body] : [];
}
