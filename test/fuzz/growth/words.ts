/** Patterns of growth: one label of long text, and of what is set around it. */
import { cellPattern, type GrowthPattern, grid, labelPattern, series, vertex } from './pattern.js';

const styled = (css: string, html: string): string => `<div style="${css}">${html}</div>`;
const PLAIN = 'whiteSpace=wrap;';
const NO_WRAP = 'html=1;';

/** Texts of which a label is made. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['words', 'word '],
  ['letters without a space', 'letters'],
  ['Thai without a space', 'ภาษาไทยง่าย'],
  ['Arabic', 'مرحبا بالعالم '],
  ['Arabic without a space', 'مرحبا'],
  ['Hebrew and Latin in turn', 'שלום world '],
  ['directions that begin', '\u202e\u2067a'],
  ['Hindi', 'नमस्ते '],
  ['Chinese', '漢字仮名'],
  ['emoji', '😀🏽'],
  ['emoji joined', '👩\u200d'],
  ['marks on one letter', '\u0301'],
  ['hyphens that may be', 'a\u00ad'],
  ['zero width spaces', 'a\u200b'],
  ['blanks', '   '],
  ['characters that no font has', '\u{1f1e6}\u{e0041}\ud7fc'],
];

const texts = TEXTS.flatMap(([name, text]) => [
  labelPattern(`a label of ${name}`, 500, (n, mark) => `${mark} ${text.repeat(n)}`),
]);

export const WORDS: readonly GrowthPattern[] = [
  ...texts,
  labelPattern('a label of words, not wrapped', 2000, (n, mark) => `${mark} ${'word '.repeat(n)}`, NO_WRAP),
  labelPattern('a plain label of words', 2000, (n, mark) => `${mark} ${'word '.repeat(n)}`, PLAIN),
  labelPattern('a plain label of lines', 500, (n, mark) => `${mark}\n${'line\n'.repeat(n)}`, PLAIN),
  labelPattern('a plain label of Thai', 500, (n, mark) => `${mark}${'ภาษาไทยง่าย'.repeat(n)}`, PLAIN),
  labelPattern(
    'a plain label of one word, cut',
    2000,
    (n, mark) => `${mark}${'letters'.repeat(n)}`,
    `${PLAIN}overflow=width;`,
  ),
  labelPattern('words as outlines', 1000, (n, mark) => `${mark} ${'word '.repeat(n)}`, undefined, 'outline'),
  labelPattern('words of a PDF', 1000, (n, mark) => `${mark} ${'word '.repeat(n)}`, undefined, 'pdf'),
  labelPattern('Arabic words of a PDF', 500, (n, mark) => `${mark} ${'مرحبا بالعالم '.repeat(n)}`, undefined, 'pdf'),
  labelPattern(
    'different characters, fonts embedded',
    500,
    (n, mark) => mark + series(n, (i) => String.fromCodePoint(0x4e00 + (i % 20000))),
    undefined,
    'fonts',
  ),
  labelPattern('a label of breaks', 1000, (n, mark) => `${mark}${'<br>'.repeat(n)}`),
  labelPattern('words that may break anywhere', 500, (n, mark) =>
    styled('word-break:break-all', `${mark}${'letters'.repeat(n)}`),
  ),
  labelPattern('words of several, broken at every line', 500, (n, mark) =>
    styled('word-break:break-all;width:40px', `${mark} ${'some letters '.repeat(n)}`),
  ),
  labelPattern('words in a narrow box', 500, (n, mark) =>
    styled('width:1px;overflow-wrap:anywhere', `${mark}${'letters'.repeat(n)}`),
  ),
  labelPattern('text that is cut by an ellipsis', 1000, (n, mark) =>
    styled('white-space:nowrap;overflow:hidden;text-overflow:ellipsis;width:90px', `${mark} ${'word '.repeat(n)}`),
  ),
  labelPattern('lines that are cut by an ellipsis', 300, (n, mark) =>
    styled(
      'white-space:pre;overflow:hidden;text-overflow:ellipsis;width:20px',
      `${mark} ${'words and words\n'.repeat(n)}`,
    ),
  ),
  labelPattern('justified words', 500, (n, mark) => styled('text-align:justify', `${mark} ${'word '.repeat(n)}`)),
  labelPattern('preformatted text of tabs', 1000, (n, mark) => `<pre>${mark}${'a\tb'.repeat(n)}</pre>`),
  labelPattern('letters, spaced', 500, (n, mark) =>
    styled('letter-spacing:2px;word-spacing:3px', `${mark} ${'word '.repeat(n)}`),
  ),
  labelPattern('small capitals', 500, (n, mark) => styled('font-variant:small-caps', `${mark} ${'Word '.repeat(n)}`)),
  labelPattern('capitalized words', 500, (n, mark) =>
    styled('text-transform:capitalize', `${mark} ${'word '.repeat(n)}`),
  ),
  labelPattern('vertical text', 500, (n, mark) => styled('writing-mode:vertical-rl', `${mark} ${'word '.repeat(n)}`)),
  labelPattern('wavy underlines', 200, (n, mark) =>
    styled('text-decoration:underline wavy red', `${mark} ${'word '.repeat(n)}`),
  ),
  labelPattern(
    'wavy underlines of a PDF',
    200,
    (n, mark) => styled('text-decoration:underline wavy red', `${mark} ${'word '.repeat(n)}`),
    undefined,
    'pdf',
  ),
  labelPattern('a wavy underline of one long line', 500, (n, mark) =>
    styled('white-space:nowrap;text-decoration:underline wavy red', `${mark} ${'word '.repeat(n)}`),
  ),
  labelPattern('shadows of words', 200, (n, mark) =>
    styled(
      'text-shadow:1px 1px 2px red',
      series(n, (i) => `${mark} <b>${i}</b> `),
    ),
  ),
  labelPattern('many shadows of one word', 2000, (n, mark) =>
    styled(`text-shadow:${series(n, (i) => `${i}px 1px 2px red,`)}1px 1px blue`, mark),
  ),
  cellPattern('cells with shadows of text', 100, (n, mark) =>
    grid(n, (i, place) => vertex(`${i} ${mark}`, 'textShadow=1;html=1;', place)),
  ),
  cellPattern('labels of many fonts', 50, (n, mark) =>
    grid(n, (i, place) => vertex(`${i} ${mark}`, `fontFamily=Font ${i};html=1;`, place)),
  ),
  cellPattern('labels of many sizes', 100, (n, mark) =>
    grid(n, (i, place) => vertex(`${i} ${mark}`, `fontSize=${8 + i / 100};html=1;`, place)),
  ),
  cellPattern('labels of one long family list', 1000, (n, mark) =>
    vertex(mark, `html=1;fontFamily=${series(n, (i) => `Font ${i},`)}Arial;`),
  ),
];
