/** Fragments of ZenUML: choices, loops, attempts and what else has a frame around it. */
import type { FragmentKind, FragmentSection, FragmentStatement } from './zenumlModel.js';
import type { Scope, StatementParser } from './zenumlScope.js';

/** The words that fragments of one part begin with. */
const SINGLE: Readonly<Record<string, FragmentKind>> = {
  while: 'loop',
  for: 'loop',
  foreach: 'loop',
  forEach: 'loop',
  loop: 'loop',
  par: 'par',
  opt: 'opt',
  critical: 'critical',
  section: 'section',
  frame: 'section',
};

type Part = Pick<FragmentStatement, 'kind' | 'condition' | 'sections'> & { readonly names?: readonly string[] };

/** Undefined for what is no fragment: nothing is read then. */
export function readFragment(parser: StatementParser, scope: Scope, comment: string): FragmentStatement | undefined {
  const part = readPart(parser, scope);
  return part && { type: 'fragment', names: [], ...part, origin: scope.origin, comment };
}

function readPart(parser: StatementParser, scope: Scope): Part | undefined {
  const { reader, cast } = parser;
  if (reader.keyword('if')) return readAlternatives(parser, scope);
  if (reader.keyword('try')) return readAttempt(parser, scope);
  if (reader.keyword('ref')) return readReference(parser);
  // Braces alone are a section.
  if (reader.isSign('{')) return { kind: 'section', condition: undefined, sections: [section('', parser, scope)] };
  const kind = reader.isAt('keyword') ? SINGLE[reader.peek().text] : undefined;
  if (kind === undefined) return undefined;
  const word = reader.next().text;
  const condition = reader.inParentheses() || undefined;
  if (kind !== 'section') return { kind, condition, sections: [section('', parser, scope)] };
  if (condition !== undefined) {
    cast.ignore(`What ${word} (${condition}) is called isn’t shown: Mermaid shows no names of sections.`);
  }
  return { kind, condition: undefined, sections: [section('', parser, scope)] };
}

const section = (title: string, parser: StatementParser, scope: Scope): FragmentSection => ({
  title,
  body: parser.block(scope),
});

function readAlternatives(parser: StatementParser, scope: Scope): Part {
  const { reader } = parser;
  const condition = reader.inParentheses() || undefined;
  const sections = [section('', parser, scope)];
  while (reader.isKeyword('else') && reader.isKeyword('if', 1)) {
    reader.next();
    reader.next();
    const other = reader.inParentheses() ?? '';
    sections.push(section(`[ ${other} ]`, parser, scope));
  }
  if (reader.keyword('else')) sections.push(section('[else]', parser, scope));
  return { kind: 'alt', condition, sections };
}

function readAttempt(parser: StatementParser, scope: Scope): Part {
  const { reader } = parser;
  const part = (title: string): FragmentSection => {
    if (!reader.isSign('{')) throw reader.fault(['{']);
    return section(title, parser, scope);
  };
  const sections = [part('')];
  while (reader.keyword('catch')) sections.push(part(`catch ${reader.inParentheses() ?? ''}`));
  if (reader.keyword('finally')) sections.push(part('finally'));
  return { kind: 'tcf', condition: undefined, sections };
}

/** "ref(Name, A, B)": what it is called, and whose lifelines it reaches over. */
function readReference({ reader, cast }: StatementParser): Part {
  const start = reader.peek();
  reader.require('(');
  reader.name('a name');
  const names: string[] = [];
  while (reader.sign(',')) names.push(reader.name('a participant'));
  reader.require(')');
  const condition = `ref${reader.since(start)}`;
  for (const name of names) cast.add(name);
  reader.sign(';');
  return { kind: 'ref', condition, sections: [], names };
}
