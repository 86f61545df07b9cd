/** The head of a ZenUML text: its title, participants alone and in groups, and who starts. */
import type { ZenumlCast } from './zenumlCast.js';
import { STARTER } from './zenumlModel.js';
import type { ZenumlReader } from './zenumlReader.js';

/** After these, a name is the beginning of a statement. */
const OF_STATEMENTS = new Set(['.', '->', '-->', '-', ':', '(', '=', '{', ';', ',']);

export interface ZenumlHead {
  readonly title: string | undefined;
  /** Who sends what nobody else does. */
  readonly starter: string;
}

export function readHead(reader: ZenumlReader, cast: ZenumlCast): ZenumlHead {
  const title = reader.isAt('title') ? reader.next().text : undefined;
  for (;;) {
    if (isStarter(reader)) return { title, starter: readStarter(reader, cast) };
    if (reader.isKeyword('group')) readGroup(reader, cast);
    else if (isParticipant(reader)) readParticipant(reader, cast);
    else return { title: title || undefined, starter: STARTER };
  }
}

export const isReturnAnnotation = (reader: ZenumlReader): boolean =>
  reader.isAt('annotation') && /^@[Rr]e(?:turn|ply)$/.test(reader.peek().text);

const isStarter = (reader: ZenumlReader): boolean =>
  reader.isAt('annotation') && /^@[Ss]tarter$/.test(reader.peek().text);

function isParticipant(reader: ZenumlReader): boolean {
  if (reader.isAt('annotation')) return !isReturnAnnotation(reader);
  if (reader.isSign('<<')) return true;
  const ahead = reader.isSign('[') && reader.isSign(']', 2) ? 3 : 0;
  if (!reader.isAt('name', undefined, ahead)) return false;
  const after = reader.peek(ahead + 1);
  return after.kind !== 'sign' || !OF_STATEMENTS.has(after.text);
}

function readStarter(reader: ZenumlReader, cast: ZenumlCast): string {
  reader.next();
  if (!reader.sign('(') || reader.sign(')')) return STARTER;
  const name = reader.name('a participant');
  reader.require(')');
  cast.add(name);
  return name;
}

function readGroup(reader: ZenumlReader, cast: ZenumlCast): void {
  reader.next();
  const group = reader.isAt('name') ? reader.name('a name') : undefined;
  if (!reader.sign('{')) return;
  if (group === undefined) cast.ignore('A group without a name has no frame: Mermaid draws none either.');
  while (!reader.sign('}')) {
    if (!reader.isAt('name') && !reader.isAt('annotation') && !reader.isSign('<<') && !reader.isSign('[')) {
      throw reader.fault(['a participant', '}']);
    }
    readParticipant(reader, cast, group);
  }
}

function readParticipant(reader: ZenumlReader, cast: ZenumlCast, group?: string): void {
  const type = reader.isAt('annotation') ? reader.next().text.slice(1) : undefined;
  const stereotype = readStereotype(reader);
  const emoji = readEmoji(reader, cast);
  const name = reader.name('a participant');
  if (reader.isAt('number')) {
    reader.next();
    cast.ignore('The width of a participant doesn’t count: it is as wide as its name, as in Mermaid.');
  }
  const label = reader.keyword('as') ? reader.name('a label') : undefined;
  const color = reader.isAt('color') ? reader.next().text : undefined;
  cast.add(name, { label, type, stereotype, color, group, emoji });
}

function readStereotype(reader: ZenumlReader): string | undefined {
  if (!reader.sign('<<')) return undefined;
  const stereotype = reader.name('a stereotype');
  if (!reader.sign('>>')) reader.require('>');
  return stereotype;
}

/** The name of an emoji in brackets, before a name; undefined for none. */
export function readEmoji(reader: ZenumlReader, cast: ZenumlCast): string | undefined {
  if (!reader.sign('[')) return undefined;
  const emoji = reader.name('an emoji');
  reader.require(']');
  cast.ignore(`The emoji [${emoji}] is left out: emoji that are called by a name are not drawn.`);
  return emoji;
}
