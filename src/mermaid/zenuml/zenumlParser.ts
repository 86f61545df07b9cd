/** ZenUML text → what it says, by a parser of its own: Mermaid's package for it has one that can't be had without the rest. */

import { limitExceeded } from '../../limits.js';
import type { TextContext } from '../kind.js';
import { ZenumlCast } from './zenumlCast.js';
import { readExpression } from './zenumlExpression.js';
import { readFragment } from './zenumlFragments.js';
import { isReturnAnnotation, readEmoji, readHead } from './zenumlHead.js';
import { STARTER, type ZenModel, type ZenStatement } from './zenumlModel.js';
import { ZenumlReader } from './zenumlReader.js';
import type { Scope, StatementParser } from './zenumlScope.js';
import { shownText } from './zenumlTokens.js';

/** Throws ZenumlFault for what can't be read, MxsvgError 'limit-exceeded' for what is nested too deeply. */
export function parseZenuml(code: string, { limits, budget }: TextContext): ZenModel {
  const reader = new ZenumlReader(code, code.indexOf('zenuml') + 'zenuml'.length, budget);
  const cast = new ZenumlCast();
  const { title, starter } = readHead(reader, cast);
  let depth = 0;
  const parser: StatementParser = {
    reader,
    cast,
    block(scope) {
      if (!reader.sign('{')) return [];
      depth++;
      if (depth > limits.nesting) throw limitExceeded(limits, 'nesting', 'The Mermaid text');
      const statements: ZenStatement[] = [];
      while (!reader.sign('}')) {
        if (reader.isAt('end')) throw reader.fault(['}']);
        statements.push(readStatement(parser, scope));
      }
      depth--;
      return statements;
    },
  };
  const statements: ZenStatement[] = [];
  const scope: Scope = { origin: starter, owner: undefined, caller: starter };
  while (!reader.isAt('end')) statements.push(readStatement(parser, scope));
  return { title, participants: cast.participants, statements, messages: cast.messages, ignored: cast.ignored };
}

const EXPECTED = ['a message', 'if', 'while', 'try', 'return', 'new'];

function readStatement(parser: StatementParser, scope: Scope): ZenStatement {
  const { reader } = parser;
  const comment = reader.peek().comments.join('\n');
  if (reader.isAt('divider')) {
    return { type: 'divider', text: dividerText(reader.next().text), comment, names: [] };
  }
  if (reader.keyword('return')) {
    const { text, names } = readExpression(parser);
    reader.sign(';');
    return returned(parser, scope, { from: scope.origin, to: scope.caller, text, names }, comment);
  }
  if (isReturnAnnotation(reader)) {
    reader.next();
    const first = readName(parser);
    const isSent = reader.sign('->');
    const to = isSent ? readName(parser) : first;
    const from = isSent ? first : scope.origin;
    const text = shownText(readContent(reader)).trim();
    return returned(parser, scope, { from, to, text, names: isSent ? [from, to] : [to] }, comment);
  }
  return readFragment(parser, scope, comment) ?? readMessage(parser, scope, comment);
}

const dividerText = (line: string): string => {
  let [start, end] = [0, line.length];
  while (line[start] === '=') start++;
  while (end > start && (line[end - 1] === '=' || line[end - 1] === ' ')) end--;
  return line.slice(start, end).trim();
};

interface Sent {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly names: readonly string[];
}

function returned({ cast }: StatementParser, scope: Scope, sent: Sent, comment: string): ZenStatement {
  const { from, to, text } = sent;
  const names = [...sent.names, from, to].filter((name) => name !== STARTER);
  for (const name of names) cast.add(name);
  // Mermaid measures what goes to nobody as if it stayed.
  const measured = to === STARTER ? (scope.owner ?? STARTER) : to;
  const message = cast.send({ from, to: measured, text, isCreation: false });
  return { type: 'return', from, to, text, comment, names, message };
}

function readName({ reader, cast }: StatementParser): string {
  const emoji = readEmoji(reader, cast);
  const name = reader.name('a participant');
  cast.add(name, { emoji });
  return name;
}

/** What stands after a colon; '' where there is none. */
function readContent(reader: ZenumlReader): string {
  if (!reader.sign(':') || !reader.isAt('content')) return '';
  return reader.next().text.trim();
}

interface Assignment {
  readonly assignee: string;
  /** With its type. */
  readonly text: string;
}

/** "x =", "Row x =" or "x, y =": nothing is read of anything else. */
function readAssignment(reader: ZenumlReader): Assignment | undefined {
  if (!reader.isAt('name')) return undefined;
  const first = reader.peek();
  if (reader.isAt('name', undefined, 1) && reader.isSign('=', 2)) {
    const type = reader.name('a type');
    const assignee = reader.name('a name');
    reader.next();
    return { assignee, text: `${assignee}:${type}` };
  }
  let ahead = 1;
  while (reader.isSign(',', ahead) && reader.isAt('name', undefined, ahead + 1)) ahead += 2;
  if (!reader.isSign('=', ahead)) return undefined;
  for (let count = 0; count < ahead; count++) reader.next();
  const assignee = reader.since(first);
  reader.next();
  return { assignee, text: assignee };
}

function readMessage(parser: StatementParser, scope: Scope, comment: string): ZenStatement {
  const { reader } = parser;
  const assignment = readAssignment(reader);
  if (reader.keyword('new')) return readCreation(parser, scope, assignment, comment);
  const hasName = reader.isAt('name') || reader.isSign('[');
  if (!hasName && !assignment) throw reader.fault(EXPECTED);
  if (!hasName) return readCall(parser, scope, { assignment, comment, names: [] });
  const start = reader.peek();
  const emoji = readEmoji(reader, parser.cast);
  const name = reader.name('a name');
  const participant = (): string => {
    parser.cast.add(name, { emoji });
    return name;
  };
  if (reader.sign('->')) {
    const from = participant();
    const to = reader.isAt('name') || reader.isSign('[') ? readName(parser) : undefined;
    if (to !== undefined && reader.sign('.')) {
      return readCall(parser, scope, { assignment, comment, from, to, names: [from, to], start: reader.peek() });
    }
    return readAsync(parser, { from, to: to ?? scope.owner ?? from, names: to ? [from, to] : [from] }, comment);
  }
  if (reader.sign('-->')) {
    const from = participant();
    const to = reader.isAt('name') || reader.isSign('[') ? readName(parser) : scope.caller;
    const text = shownText(readContent(reader)).trim();
    return returned(parser, scope, { from, to, text, names: [from, to] }, comment);
  }
  if (reader.sign('-')) {
    const from = participant();
    const to = reader.isAt('name') || reader.isSign('[') ? readName(parser) : undefined;
    return readAsync(parser, { from, to: to ?? scope.owner ?? from, names: to ? [from, to] : [from] }, comment);
  }
  if (reader.isSign(':')) {
    const to = participant();
    return readAsync(parser, { from: scope.origin, to, names: [to] }, comment);
  }
  if (reader.sign('.')) {
    const to = participant();
    return readCall(parser, scope, { assignment, comment, to, names: [to], start: reader.peek() });
  }
  return readCall(parser, scope, { assignment, comment, names: [], start, isNamed: true });
}

function readAsync(parser: StatementParser, sent: Omit<Sent, 'text'>, comment: string): ZenStatement {
  const { from, to, names } = sent;
  const text = readContent(parser.reader);
  const message = parser.cast.send({ from, to, text: shownText(text), isCreation: false });
  return { type: 'async', from, to, text, comment, names, message };
}

interface CallBeginning {
  readonly assignment: Assignment | undefined;
  readonly comment: string;
  readonly from?: string;
  readonly to?: string;
  readonly names: readonly string[];
  /** The first token of its method; default: it has none. */
  readonly start?: ReturnType<ZenumlReader['peek']>;
  /** The name of its method has been read. */
  readonly isNamed?: boolean;
}

/** A method, or several, each of what the one before gives; what it does, in braces. */
function readCall(parser: StatementParser, scope: Scope, beginning: CallBeginning): ZenStatement {
  const { reader, cast } = parser;
  const { assignment, comment, names, start, isNamed } = beginning;
  const from = beginning.from ?? scope.origin;
  const to = beginning.to ?? scope.owner ?? scope.origin;
  if (start && !isNamed) readMethodName(parser);
  if (start) {
    reader.inParentheses();
    while (reader.sign('.')) {
      readMethodName(parser);
      reader.inParentheses();
    }
  }
  const text = start ? reader.since(start) : '';
  const isSelf = from === to;
  if (isSelf && assignment) {
    cast.ignore(`What ${assignment.assignee} is assigned isn’t shown: Mermaid shows no result of a call to oneself.`);
  }
  const measured = isSelf && assignment ? `${assignment.text} = ${text}` : text;
  const message = cast.send({ from, to, text: measured, isCreation: false });
  const body = reader.sign(';') ? [] : parser.block({ origin: to, owner: to, caller: from });
  return { type: 'call', from, to, text, assignee: assignment?.assignee, body, comment, names, message };
}

/** Words that mean something elsewhere may be names of methods. */
function readMethodName({ reader, cast }: StatementParser): void {
  readEmoji(reader, cast);
  if (!reader.isAt('name') && !reader.isAt('keyword')) throw reader.fault(['a method']);
  reader.next();
}

function readCreation(
  parser: StatementParser,
  scope: Scope,
  assignment: Assignment | undefined,
  comment: string,
): ZenStatement {
  const { reader, cast } = parser;
  const type = reader.name('the name of what is created');
  const to = assignment ? `${assignment.assignee}:${type}` : type;
  cast.add(to);
  const parameters = namedParameters(reader.inParentheses() ?? '');
  const text = `«${parameters || 'create'}»`;
  const from = scope.origin;
  const message = cast.send({ from, to, text, isCreation: true });
  const body = reader.sign(';') ? [] : parser.block({ origin: to, owner: to, caller: from });
  return { type: 'creation', from, to, text, assignee: assignment?.assignee, body, comment, names: [to], message };
}

/** No blanks stand around the signs between names and values of parameters. */
const namedParameters = (text: string): string =>
  text
    .split(',')
    .map((each) => each.replace(/^([\p{L}_][\p{L}\p{N}_]*) ?= ?(?!=)/u, '$1='))
    .join(',');
