/** ZenUML texts: what they are read as, and what is said of those that can't be read. */
import { describe, expect, test } from 'vitest';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { parseMermaid } from '../../src/mermaid/text/parse.js';
import { STARTER, type ZenModel, type ZenStatement } from '../../src/mermaid/zenuml/zenumlModel.js';
import { errorOf, noticesOf } from './told.js';

const modelOf = (text: string): ZenModel => parseMermaid(`zenuml\n${text}`).model as ZenModel;
const namesOf = (text: string): readonly string[] => modelOf(text).participants.map(({ name }) => name);

/** A statement in short: "A->B call m(x)". */
function short(statement: ZenStatement): string {
  if (statement.type === 'divider') return `== ${statement.text}`;
  if (statement.type === 'fragment') {
    return `${statement.kind} ${statement.condition ?? '-'} {${statement.sections
      .map(({ title, body }) => `${title}: ${body.map(short).join('; ')}`)
      .join(' | ')}}`;
  }
  const { type, from, to, text } = statement;
  const assignee = 'assignee' in statement && statement.assignee !== undefined ? `${statement.assignee} = ` : '';
  const body = 'body' in statement && statement.body.length > 0 ? ` {${statement.body.map(short).join('; ')}}` : '';
  return `${from}->${to} ${type} ${assignee}${text}${body}`;
}

const shortOf = (text: string): readonly string[] => modelOf(text).statements.map(short);

describe('participants', () => {
  test('are those of the head, then those that messages name', () => {
    expect(namesOf('A "B c"\n@Database D\nE->A: x\nF.m(g.h())')).toEqual(['_STARTER_', 'A', 'B c', 'D', 'E', 'F']);
    expect(namesOf('A B')).toEqual(['A', 'B']);
    expect(namesOf('')).toEqual([STARTER]);
    expect(namesOf('@Starter(U)\nA.m')).toEqual(['U', 'A']);
    expect(namesOf('A->B.m { x = new C() }')).toEqual(['A', 'B', 'x:C']);
    expect(namesOf('A->B.m {\n return c.d(e.f())\n}')).toEqual(['A', 'B', 'c']);
  });

  test('have labels, icons, stereotypes, colours and groups', () => {
    const { participants } = modelOf('@Actor <<Person>> A as "The user" #fee\ngroup Inner { B C as D }\nE');
    expect(participants).toEqual([
      expect.objectContaining({ name: 'A', type: 'Actor', stereotype: 'Person', label: 'The user', color: '#fee' }),
      expect.objectContaining({ name: 'B', group: 'Inner' }),
      expect.objectContaining({ name: 'C', group: 'Inner', label: 'D' }),
      expect.objectContaining({ name: 'E', group: undefined }),
    ]);
  });
});

describe('statements', () => {
  test.each([
    ['A->B: Hello, you!', 'A->B async Hello, you!'],
    ['A: later', '_STARTER_->A async later'],
    ['A-->B: back', 'A->B return back'],
    ['@return A->B: back', 'A->B return back'],
    ['A.m( a ,b )', '_STARTER_->A call m(a,b)'],
    ['A.m().n(x).o', '_STARTER_->A call m().n(x).o'],
    ['A->B.m(");")', 'A->B call m(");")'],
    ['x = A.m()', '_STARTER_->A call x = m()'],
    ['Row x = A.m()', '_STARTER_->A call x = m()'],
    ['a()\nconst x = await A.m', '_STARTER_->_STARTER_ call a()'],
    ['new A(1, b = 2)', '_STARTER_->A creation «1,b=2»'],
    ['a = new A', '_STARTER_->a:A creation a = «create»'],
    ['A.m { B.n { o() } }', '_STARTER_->A call m {A->B call n {B->B call o()}}'],
    ['A->B.m { return 1 + 2 }', 'A->B call m {B->A return 1 + 2}'],
    ['== Part ==', '== Part'],
    ['ref("Other one", A, B)', 'ref ref("Other one",A,B) {}'],
    ['while (a < b) { c() }', 'loop a < b {: _STARTER_->_STARTER_ call c()}'],
    ['forEach(x in xs)', 'loop x in xs {: }'],
    ['{ a() }', 'section - {: _STARTER_->_STARTER_ call a()}'],
    ['if(a) { } else if (b) { } else { }', 'alt a {:  | [ b ]:  | [else]: }'],
    ['try { a() } catch(e) { } finally { }', 'tcf - {: _STARTER_->_STARTER_ call a() | catch e:  | finally: }'],
  ])('%s', (text, expected) => {
    expect(shortOf(text)[0]).toBe(expected);
  });

  test('have the comments above them', () => {
    const [first, second] = modelOf('// one\n//two\nA.m() // three\nA->B: // no comment').statements;
    expect(first?.comment).toBe(' one\ntwo');
    expect(second).toMatchObject({ comment: ' three', text: '// no comment' });
  });

  test('have a title before them', () => {
    expect(modelOf('title A title: of words\nA.m').title).toBe('A title: of words');
    expect(modelOf('title.m()').title).toBeUndefined();
    expect(parseMermaid('---\ntitle: Front\n---\nzenuml\nA.m').title).toBe('Front');
  });
});

describe('what can’t be read is told with its place', () => {
  test.each([
    ['zenuml\nA->B: x\n}', 'line 3, column 1: unexpected "}"'],
    ['zenuml\nA.m() {\n  B.n()\n', 'line 3, column 8: unexpected end of the text; expected "}"'],
    ['zenuml\nif (x\n  A.m()\n', 'expected ")"'],
    ['zenuml\ntry\nA.m()', 'line 3, column 1: unexpected "A"; expected "{"'],
    ['zenuml\nA.m() + 3', 'line 2, column 7: unexpected "+"'],
    ['%%{init: {}}%%\nzenuml\n%% a comment\nA->B: x\n  @', 'line 5, column 3: unexpected "@"'],
    ['zenuml\nA.', 'unexpected end of the text'],
    ['zenuml\nnew', 'unexpected end of the text'],
  ])('%j', (text, expected) => {
    const { code, message } = errorOf(text);
    expect([code, message]).toEqual(['mermaid-syntax', expect.stringContaining(expected)]);
  });
});

describe('what has no place in the picture is told', () => {
  test.each([
    ['[rocket] A->B: x', 'The emoji [rocket] is left out'],
    ['A 100\nA->B: x', 'The width of a participant'],
    ['section(Name) {\nA->B: x\n}', 'What section (Name) is called'],
    ['A->B.m { x = n() }', 'What x is assigned'],
    ['@Nothing A\nA->B: x', 'no icon: there is none of the name Nothing'],
    ['// [nothing] words\nA->B: x', '"nothing" in a comment'],
    ['group { A }\nA->B: x', 'A group without a name'],
  ])('%s', (text, expected) => {
    expect(noticesOf(`zenuml\n${text}`)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('hostile texts end', { tags: 'heavy' }, () => {
  const outcome = (read: () => unknown): string => {
    try {
      read();
      return 'read';
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  };

  test.each([
    ['nested calls', 'A.m {'.repeat(600) + '}'.repeat(600), 'limit-exceeded'],
    ['nested frames', 'if(x) {'.repeat(600) + '}'.repeat(600), 'limit-exceeded'],
    ['braces that don’t close', 'A.m {'.repeat(400), 'mermaid-syntax'],
    ['parentheses that don’t close', 'A.m'.concat('('.repeat(40_000)), 'mermaid-syntax'],
    ['parentheses', `A.m${'('.repeat(20_000)}${')'.repeat(20_000)}`, 'read'],
    ['quotes that don’t close', `A->B: x\n${'"\n'.repeat(20_000)}`, 'read'],
    ['brackets before names', '['.repeat(49_000), 'mermaid-syntax'],
    ['dashes', `return ${'-'.repeat(49_000)}`, 'read'],
    ['one long name', 'a'.repeat(49_900), 'read'],
    ['comments', `${'// a\n'.repeat(9_000)}A.m`, 'read'],
    ['elses', `if(x) {}${' else if (y) {}'.repeat(3_000)}`, 'read'],
    ['participants', 'p '.repeat(24_000), 'read'],
    ['dots', `A${'.m'.repeat(24_000)}`, 'read'],
    ['frames', 'opt {a}\n'.repeat(6_000), 'read'],
    ['more than a text may have', `A->B: ${'x'.repeat(50_000)}`, 'limit-exceeded'],
  ])('%s', (_, text, expected) => {
    expect(outcome(() => modelOf(text))).toBe(expected);
  });

  test.each([
    ['participants', (index: number) => `p${index}\n`],
    ['messages between many', (index: number) => `p${index}->p${(index * 7919) % 150}: x\n`],
    ['calls', () => 'A.m {\nB.n\n}\n'],
    ['frames', () => 'opt {a}\n'],
    ['frames in each other', (index: number) => (index < 75 ? 'opt {\n' : '}\n')],
    ['bars on each other', (index: number) => (index < 75 ? 'A.m {\n' : '}\n')],
  ] as const)('many %s are drawn', (_, line) => {
    const text = Array.from({ length: 150 }, (_each, index) => line(index)).join('');
    expect(outcome(() => noticesOf(`zenuml\n${text}`))).toBe('read');
  });

  test('the work of placing participants is counted', () => {
    const text = Array.from(
      { length: 400 },
      (_, index) => `p${index}->p${(index * 7919) % 401}: ${'x'.repeat(index % 90)}\n`,
    );
    const options = { limits: { work: 50_000 }, systemFonts: 'none' } as const;
    expect(outcome(() => mermaidToDrawio(`zenuml\n${text.join('')}`, options))).toBe('limit-exceeded');
  });

  test('names that objects have of themselves are names', () => {
    expect(namesOf('constructor->__proto__: toString')).toEqual(['constructor', '__proto__']);
    expect(noticesOf('zenuml\n@constructor a\na.constructor()')).toHaveLength(1);
  });
});
