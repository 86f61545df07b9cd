/** Labels that were escaped once too often, or once too seldom. */
import type { CellRecord } from '../../model/record.js';
import { cellOf } from '../../model/strays.js';
import { resolveStyle } from '../../style/resolve.js';
import type { CheckedPage } from '../checkedPage.js';
import type { CellEdit } from '../edits.js';
import type { Fix } from '../finding.js';
import type { PageRule } from '../rule.js';

/** The elements that browsers know, but for those of whole documents. */
const HTML_ELEMENTS =
  'a abbr address article aside b bdi bdo big blockquote br button caption center cite code col colgroup dd del details ' +
  'dfn dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label ' +
  'legend li main mark menu meter nav nobr ol optgroup option p pre progress q rp rt ruby s samp section select small span ' +
  'strike strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr tt u ul var wbr';

const KNOWN = new Set(HTML_ELEMENTS.split(' '));

/** The elements that labels are made of, whose names as plain words between angle brackets nobody means. */
const MARKUP =
  /&lt;\/?(?:a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>&]{0,200})?\/?&gt;/i;
const ESCAPED_ENTITY = /&amp;(?:amp|lt|gt|quot|nbsp|apos|#\d{1,6}|#x[0-9a-f]{1,6});/i;
const TAG = /<\/?([a-z][\w:.-]*)((?:\s[^<>]*)?)>/gi;

interface Label {
  readonly record: CellRecord;
  readonly ordinal: number;
  readonly isHtml: boolean;
}

function* labelsOf(page: CheckedPage): Generator<Label> {
  for (const [ordinal, record] of page.records.entries()) {
    if (record.kind === 'layer' || record.value === '') continue;
    const style = resolveStyle(record.style, record.kind === 'edge');
    yield { record, ordinal, isHtml: style.get('html') === '1' };
  }
}

const cellsOf = ({ record: { id } }: Label): readonly string[] => (id === undefined ? [] : [id]);

/** Sets a cell's label where the file has it: in the mxCell, or in the object around it. */
function relabelled(page: CheckedPage, { ordinal }: Label, value: string, what: string): Fix {
  const element = page.elements[ordinal];
  const inObject = element?.name !== 'mxCell' && element && !cellOf(element)?.attributes.has('value');
  const edit: CellEdit = inObject
    ? { ordinal, part: 'outer', attribute: 'label', value }
    : { ordinal, part: 'cell', attribute: 'value', value };
  return { what, edits: [edit] };
}

export const doubleEscaped: PageRule = {
  name: 'double-escaped',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A label shows tags or entities as they are written, since it was escaped twice.',
  *find(page) {
    for (const label of labelsOf(page)) {
      const { value } = label.record;
      if (!label.isHtml || !(MARKUP.test(value) || ESCAPED_ENTITY.test(value))) continue;
      const found = (MARKUP.exec(value) ?? ESCAPED_ENTITY.exec(value))?.[0] ?? '';
      // Beside tags that work, escaped ones may be what is meant: text about HTML.
      if (/<[a-z/]/i.test(value) && !ESCAPED_ENTITY.test(value)) continue;
      yield {
        cells: cellsOf(label),
        message: `The label was escaped twice: it shows ${unescaped(found)} as text. Escape it once.`,
        fix: relabelled(page, label, unescaped(value), 'the label is escaped once'),
      };
    }
  },
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] as string);

export const markupInPlainLabel: PageRule = {
  name: 'markup-in-plain-label',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A label that is not HTML has tags in it, and shows them.',
  *find(page) {
    for (const label of labelsOf(page)) {
      const { value, style } = label.record;
      if (label.isHtml || !hasMarkup(value)) continue;
      yield {
        cells: cellsOf(label),
        message: 'The label has HTML tags and shows them as text, since its style lacks html=1. Add it.',
        fix: {
          what: 'its style gets html=1',
          edits: [{ ordinal: label.ordinal, part: 'cell', attribute: 'style', value: withHtml(style) }],
        },
      };
    }
  },
};

/** A line break, or an element from its beginning to its end. */
function hasMarkup(text: string): boolean {
  if (/<br\s?\/?>/i.test(text)) return true;
  const lower = text.toLowerCase();
  const names = new Set(
    [...lower.matchAll(/<(b|i|u|em|strong|div|span|font|p|h[1-6]|sub|sup)(?:\s[^<>]*)?>/g)].map(([, name]) => name),
  );
  return [...names].some((name) => lower.includes(`</${name}>`));
}

const withHtml = (style: string): string =>
  style === '' || style.endsWith(';') ? `${style}html=1;` : `${style};html=1`;

export const unescapedLabel: PageRule = {
  name: 'unescaped-label',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A part of a label is taken for a tag that nobody knows, and is not shown.',
  *find(page) {
    for (const label of labelsOf(page)) {
      const { value } = label.record;
      if (!label.isHtml || !value.includes('<') || /<(?:svg|math)[\s>]/i.test(value)) continue;
      const lost = [...value.matchAll(TAG)].find(([, name = '']) => isLost(name));
      if (!lost) continue;
      yield {
        cells: cellsOf(label),
        message: `${lost[0]} in the label is taken for a tag and not shown. Write &lt;${lost[0].slice(1, -1)}&gt; in its HTML.`,
        fix: relabelled(page, label, value.replace(TAG, escapeLost), `${lost[0]} is escaped`),
      };
    }
  },
};

/** Names with a hyphen or a colon are elements of other programs, which show what is in them. */
const isLost = (name: string): boolean =>
  !KNOWN.has(name.toLowerCase()) && !/[:-]/.test(name) && !DOCUMENT.has(name.toLowerCase());

const DOCUMENT = new Set(
  'html head body meta link base script iframe object embed video audio source canvas data output picture dialog template noscript param area map track slot search hgroup acronym frame frameset noframes marquee blink'.split(
    ' ',
  ),
);

const escapeLost = (tag: string, name: string): string => (isLost(name) ? `&lt;${tag.slice(1, -1)}&gt;` : tag);

export const literalNewline: PageRule = {
  name: 'literal-newline',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A label has a backslash and an n where a line is to break.',
  *find(page) {
    for (const label of labelsOf(page)) {
      const { value } = label.record;
      // After a letter and a colon, or between backslashes, it is a path or code.
      if (!/\\n/.test(value) || /[a-z]:\\|\\[a-mo-z]/i.test(value)) continue;
      const broken = label.isHtml ? value.replaceAll('\\n', '<br>') : value.replaceAll('\\n', '\n');
      yield {
        cells: cellsOf(label),
        message: `The label shows \\n as text. Break lines with ${label.isHtml ? '&lt;br&gt;' : '&#xa;'} in the attribute.`,
        fix: relabelled(page, label, broken, 'the lines are broken'),
      };
    }
  },
};
