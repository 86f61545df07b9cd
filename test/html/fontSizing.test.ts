/** Font sizes of monospace text, which Chromium sets smaller unless they were declared as lengths. */
import { expect, it } from 'vitest';
import { runOf, setLabel } from '../labels/labelFixture.js';

const M = 'font-family:monospace';

it.each([
  [`<b style="font-size:x-large;${M}">x</b>`, 20],
  [`<b style="font-size:small;${M}">x</b>`, 12],
  [`<b style="font-size:x-large"><b style="${M}">x</b></b>`, 20],
  [`<b style="font-size:x-large"><b style="font-family:monospace, monospace">x</b></b>`, 24],
  [`<b style="font-size:x-large;${M}"><b style="font-family:Arial">x</b></b>`, 24],
  [`<b style="font-size:x-large"><b style="font-size:2em"><i style="${M}">x</i></b></b>`, 39],
  [`<b style="font-size:x-large"><b style="font-size:50%;${M}"><i style="font-family:Arial">x</i></b></b>`, 12],
  [`<b style="font-size:x-large"><b style="font-size:20px"><i style="${M}">x</i></b></b>`, 20],
  ['<font size="5"><small><code>x</code></small></font>', 16.25],
  ['<font size="5"><code><font size="2">x</font></code></font>', 12],
  [`<b style="font-size:initial"><b style="${M}">x</b></b>`, 13],
  ['<h1><code>x</code></h1>', 24],
  ['<code style="font-size:1em">x</code>', 12],
])('%s is set at %f px', (html, size) => {
  expect(runOf(setLabel(html), 'x').fontSize).toBeCloseTo(size, 4);
});
