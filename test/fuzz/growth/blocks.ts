/** Patterns of growth: one label of HTML elements, and of CSS. */
import { type GrowthPattern, labelPattern, series } from './pattern.js';

const styled = (css: string, html: string): string => `<div style="${css}">${html}</div>`;
const table = (rows: string, css = ''): string => `<table style="${css}" border="1">${rows}</table>`;
const cells = (n: number, mark: string): string => series(n, (i) => `<td>${i} ${mark}</td>`);

/** Nested as deep as may be, as often as that makes n. */
const DEEP = 50;
const nested = (n: number, open: string, close: string, inner: string): string =>
  `${open.repeat(DEEP)}${inner}${close.repeat(DEEP)} `.repeat(Math.ceil(n / DEEP));

/** A table of rows in which cells reach over the rows and columns after them. */
const spans = (n: number, mark: string): string =>
  series(
    n,
    (i) => `<tr>${i % 3 === 0 ? `<td rowspan="3">${mark}</td>` : ''}<td colspan="2">${i}</td><td>${mark}</td></tr>`,
  );

export const BLOCKS: readonly GrowthPattern[] = [
  labelPattern('inline elements', 300, (n, mark) => series(n, (i) => `<b>${i}</b> <i>${mark}</i> `)),
  labelPattern('inline elements without spaces', 300, (n, mark) => series(n, (i) => `<b>${i}</b><i>${mark}</i>`)),
  labelPattern(
    'inline elements on one line',
    300,
    (n, mark) => series(n, (i) => `<b>${i}</b> <i>${mark}</i> `),
    'html=1;',
  ),
  labelPattern('empty inline elements', 500, (n, mark) => `${mark}${'<span style="padding:1px"></span>'.repeat(n)}`),
  labelPattern('links and fonts', 300, (n, mark) =>
    series(
      n,
      (i) => `<a href="https://example.com/${i}"><font color="#${100 + (i % 899)}" size="4">${mark}</font></a> `,
    ),
  ),
  labelPattern('nested formatting', 100, (n, mark) => nested(n, '<b><i>', '</i></b>', mark)),
  labelPattern(
    'nested formatting around a text of many lines',
    100,
    (n, mark) => `${'<span>'.repeat(DEEP)}${`${mark} `.repeat(n)}${'</span>'.repeat(DEEP)}`,
  ),
  labelPattern('nested boxes', 100, (n, mark) => nested(n, '<div>', '</div>', mark)),
  labelPattern('nested boxes that fit their content', 50, (n, mark) =>
    nested(n, '<div style="display:inline-block">', '</div>', mark),
  ),
  labelPattern('formatting that is never closed', 500, (n, mark) =>
    series(n, (i) => `${i % 40 === 0 ? '<p>' : ''}<b class="${i % 3}">${mark}`),
  ),
  labelPattern('closing tags that close nothing', 2000, (n, mark) => `${mark}${'</b></p></div>'.repeat(n)}`),
  labelPattern('blocks', 300, (n, mark) => series(n, (i) => `<div>${i} ${mark}</div>`)),
  labelPattern('paragraphs with margins and borders', 300, (n, mark) =>
    series(n, (i) => `<p style="margin:${i % 9}px;border:1px solid red;padding:2px">${mark}</p>`),
  ),
  labelPattern('headings and rules', 300, (n, mark) =>
    series(n, (i) => `<h${1 + (i % 6)}>${mark}</h${1 + (i % 6)}><hr>`),
  ),
  labelPattern('lists', 300, (n, mark) => `<ol>${series(n, (i) => `<li>${i} ${mark}</li>`)}</ol>`),
  labelPattern('nested lists', 100, (n, mark) => nested(n, '<ul><li>', '</li></ul>', mark)),
  labelPattern('counted lists of all kinds', 200, (n, mark) =>
    series(n, (i) => `<ol type="${'1aAiI'[i % 5]}" start="${i}"><li>${mark}</li></ol>`),
  ),
  labelPattern('rows of a table', 200, (n, mark) => table(series(n, (i) => `<tr><td>${i}</td><td>${mark}</td></tr>`))),
  labelPattern('columns of a table', 200, (n, mark) => table(`<tr>${cells(n, mark)}</tr><tr>${cells(n, mark)}</tr>`)),
  labelPattern('rows whose cells span', 100, (n, mark) => table(spans(n, mark))),
  labelPattern('collapsed borders of a table', 200, (n, mark) =>
    table(
      series(n, (i) => `<tr><td>${i}</td><td>${mark}</td></tr>`),
      'border-collapse:collapse',
    ),
  ),
  labelPattern('a cell that spans all rows', 200, (n, mark) =>
    table(`<tr><td rowspan="${n}">${mark}</td><td>0</td></tr>${series(n - 1, (i) => `<tr><td>${i}</td></tr>`)}`),
  ),
  labelPattern('cells that span ever more columns', 30, (n, mark) =>
    table(series(n, (i) => `<tr><td colspan="${1 + (i % 9)}">${mark}</td><td>${i}</td></tr>`)),
  ),
  labelPattern('cells over several rows that are higher than these', 100, (n, mark) =>
    table(
      series(
        n,
        (i) => `<tr>${i % 3 === 0 ? `<td rowspan="3">${mark}<br>a<br>b<br>c<br>d</td>` : ''}<td>${i}</td></tr>`,
      ),
    ),
  ),
  labelPattern('rows of a table that is made higher', 200, (n, mark) =>
    table(
      series(n, (i) => `<tr><td>${i}</td><td>${mark}</td></tr>`),
      `height:${n * 40}px`,
    ),
  ),
  labelPattern('wide cells whose borders collapse', 100, (n, mark) =>
    table(
      series(n, () => `<tr><td colspan="500">${mark}</td></tr>`),
      'border-collapse:collapse',
    ),
  ),
  labelPattern('many cells that span many rows', 100, (n, mark) =>
    table(series(n, () => `<tr><td rowspan="50">${mark}</td></tr>`)),
  ),
  labelPattern('tables beside each other', 100, (n, mark) =>
    series(n, () => `<table style="display:inline-table">${`<tr><td>${mark}</td></tr>`}</table> `),
  ),
  labelPattern('nested tables', 40, (n, mark) =>
    `${'<table><tr><td>'.repeat(8)}${mark}${'</td></tr></table>'.repeat(8)}`.repeat(Math.ceil(n / 8)),
  ),
  labelPattern('a table of fixed columns', 200, (n, mark) =>
    table(`<colgroup>${'<col width="9">'.repeat(n)}</colgroup><tr>${cells(n, mark)}</tr>`, 'table-layout:fixed'),
  ),
  labelPattern('floats', 200, (n, mark) =>
    series(n, (i) => `<div style="float:${i % 2 ? 'left' : 'right'};width:${5 + (i % 40)}px">${mark}</div>`),
  ),
  labelPattern('floats beside words', 200, (n, mark) =>
    series(n, (i) => `<span style="float:${i % 2 ? 'left' : 'right'}">${i}</span>${mark} words `),
  ),
  labelPattern('floats that are cleared', 200, (n, mark) =>
    series(n, () => `<div style="float:left;clear:left">${mark}</div>words `),
  ),
  labelPattern(
    'floats all beside one line',
    200,
    (n, mark) =>
      `${series(n, () => '<div style="float:left;width:0;height:9999px"></div>')}${`${mark} words `.repeat(n)}`,
  ),
  labelPattern(
    'a float of a shape with many corners',
    200,
    (n, mark) =>
      `<div style="float:left;width:60px;height:${20 * n}px;shape-outside:polygon(${series(n, (i) => `${i % 60}px ${i * 20}px,`)}0 ${20 * n}px)"></div>${`${mark} words and more `.repeat(n)}`,
  ),
  labelPattern('floats of shapes', 100, (n, mark) =>
    series(
      n,
      () =>
        `<div style="float:left;width:20px;height:20px;shape-outside:polygon(0 0,20px 0,0 20px)"></div>${mark} words `,
    ),
  ),
  labelPattern('boxes of a flex container', 200, (n, mark) =>
    styled(
      'display:flex',
      series(n, (i) => `<div style="flex:${i % 3}">${mark}</div>`),
    ),
  ),
  labelPattern('boxes of a flex container that wraps', 200, (n, mark) =>
    styled(
      'display:flex;flex-wrap:wrap;gap:2px',
      series(n, (i) => `<div style="min-width:9px">${i} ${mark}</div>`),
    ),
  ),
  labelPattern('a flex column', 200, (n, mark) =>
    styled(
      'display:flex;flex-direction:column',
      series(n, () => `<div>${mark}</div>`),
    ),
  ),
  labelPattern('boxes that shrink and grow to their bounds', 100, (n, mark) =>
    styled(
      'display:flex;width:5000px',
      series(n, (i) => `<div style="flex:1;max-width:${i}px;min-width:${i / 2}px">${mark}</div>`),
    ),
  ),
  labelPattern('inline blocks', 200, (n, mark) =>
    series(n, (i) => `<span style="display:inline-block;width:${i % 50}px">${mark}</span> `),
  ),
  labelPattern('positioned boxes', 200, (n, mark) =>
    styled(
      'position:relative',
      series(n, (i) => `<div style="position:absolute;left:${i}px;top:${i}px;z-index:${(i * 7) % n}">${mark}</div>`),
    ),
  ),
  labelPattern('positioned boxes between blocks', 200, (n, mark) =>
    styled(
      'position:relative',
      series(n, (i) => `<p>${i}</p><div style="position:absolute">${mark}</div>`),
    ),
  ),
  labelPattern('relative boxes in each other', 100, (n, mark) =>
    nested(n, '<span style="position:relative;left:1px">', '</span>', mark),
  ),
  labelPattern('layers of opacity and transforms', 100, (n, mark) =>
    series(n, (i) => `<div style="opacity:.5;transform:rotate(${i}deg)">${mark}</div>`),
  ),
  labelPattern('backgrounds of gradients', 100, (n, mark) =>
    series(n, (i) => `<div style="background:linear-gradient(${i}deg,red,blue ${i % 100}%)">${mark}</div>`),
  ),
  labelPattern('a gradient of many stops', 1000, (n, mark) =>
    styled(`background:linear-gradient(${series(n, (i) => `#${100 + (i % 899)} ${i}px,`)}red)`, mark),
  ),
  labelPattern('rounded borders of all kinds', 100, (n, mark) =>
    series(
      n,
      (i) =>
        `<div style="border:3px ${['dashed', 'dotted', 'double', 'groove'][i % 4]} red;border-radius:5px">${mark}</div>`,
    ),
  ),
  labelPattern('form controls', 100, (n, mark) =>
    series(n, (i) => `<input value="${mark}"><button>${i}</button><select><option>${i}</select>`),
  ),
  labelPattern('fieldsets', 100, (n, mark) => `<fieldset><legend>${mark}</legend>words</fieldset>`.repeat(n)),
  labelPattern('declarations of a style', 1000, (n, mark) =>
    styled(
      series(n, (i) => `margin:${i % 3}px;unknown-${i}:1;`),
      mark,
    ),
  ),
  labelPattern('important declarations', 1000, (n, mark) =>
    styled(
      series(n, (i) => `color:#${100 + (i % 899)} !important;`),
      mark,
    ),
  ),
  labelPattern('custom properties of a style', 500, (n, mark) =>
    styled(`${series(n, (i) => `--p${i}:var(--p${i + 1},${i}px);`)}width:var(--p0)`, mark),
  ),
  labelPattern('custom properties that double', 500, (n, mark) =>
    styled(`--a:${'1px '.repeat(n)};${series(9, (i) => `--${'bcdefghij'[i]}:var(--a)var(--a);`)}margin:var(--j)`, mark),
  ),
  labelPattern('custom properties inherited', 100, (n, mark) =>
    styled(
      series(n, (i) => `--p${i}:${i};`),
      series(n, (i) => `<b style="width:var(--p${i})">${mark}</b> `),
    ),
  ),
  labelPattern('nested calculations', 500, (n, mark) =>
    styled(`width:calc(${'(1px + '.repeat(n)}1px${')'.repeat(n)})`, mark),
  ),
  labelPattern(
    'rules of a style sheet',
    300,
    (n, mark) => `<style>${series(n, (i) => `.c${i} b, #d${i} > i { color: red }`)}</style>${mark}`,
  ),
  labelPattern(
    'rules for as many elements',
    100,
    (n, mark) =>
      `<style>${series(n, (i) => `.c${i} { color: red }`)}</style>${series(n, (i) => `<b class="c${i}">${mark}</b> `)}`,
  ),
  labelPattern(
    'attributes of an element',
    1000,
    (n, mark) => `<b ${series(n, (i) => `data-${i}="${i}" `)}>${mark}</b>`,
  ),
  labelPattern('entities', 1000, (n, mark) => `${mark} ${'&amp;&lt;&eacute;&#x41; &nosuch; '.repeat(n)}`),
  labelPattern('comments', 1000, (n, mark) => `${mark}${'<!-- a --><!doctype x><?y?>'.repeat(n)}`),
  labelPattern(
    'one long address',
    20_000,
    (n, mark) => `<a href="https://example.com/${'a/%20'.repeat(n)}">${mark}</a>`,
  ),
  labelPattern(
    'SVG in a label',
    200,
    (n, mark) =>
      `<svg width="90" height="90">${series(n, (i) => `<g transform="translate(${i},0)"><rect width="9" height="9" fill="red"/></g>`)}</svg>${mark}`,
  ),
  labelPattern('ruby, sub- and superscripts', 200, (n, mark) => `${mark} x<sub>1</sub><sup>2</sup> `.repeat(n)),
];
