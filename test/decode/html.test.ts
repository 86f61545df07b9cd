/** HTML pages that hold a diagram, in every form that draw.io has written. */
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { compressPage, thrown } from './samples.js';

const file = '<mxfile><diagram name="Inside &amp; out"><mxGraphModel><root/></mxGraphModel></diagram></mxfile>';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const json = (configuration: unknown): string => escaped(JSON.stringify(configuration));
const configured = `<div class="mxgraph" style="max-width:100%" data-mxgraph="${json({ nav: true, xml: file })}"></div>`;
const ieComment = '<!--[if IE]><meta http-equiv="X-UA-Compatible" content="IE=5,IE=9" ><![endif]-->';
const page = (body: string): string =>
  `${ieComment}\n<!DOCTYPE html>\n<html>\n<head>\n<title>x</title>\n<meta charset="utf-8"/>\n</head>\n<body>\n${body}\n<script type="text/javascript" src="https://viewer.diagrams.net/js/viewer-static.min.js"></script>\n</body>\n</html>\n`;

describe('a diagram is read from', () => {
  test.each([
    ['draw.io’s export', page(configured)],
    ['the part that pages embed', `${configured}\n<script src="x.js"></script>`],
    [
      'an XHTML page',
      `<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">${configured}</html>`,
    ],
    ['a container of several classes', page(configured.replace('class="mxgraph"', 'class="wide mxgraph"'))],
    ['an element without the class', page(configured.replace('class="mxgraph"', ''))],
    ['single quotes', page(`<div class='mxgraph' data-mxgraph='${json({ xml: file })}'></div>`)],
    [
      'the older export, compressed',
      page(
        `<div class="mxgraph" style="width:100%;">\n<div style="width:1px;height:1px;">${compressPage(file)}</div>\n</div>`,
      ),
    ],
    [
      'the older export, URI-encoded',
      page(`<div class="mxgraph"><div style="width:1px">${encodeURIComponent(file)}</div></div>`),
    ],
    ['XML shown as text', page(`<pre>${escaped(file)}</pre>`)],
    ['an SVG with the diagram inside', page(`<p>A picture: <svg content="${escaped(file)}"><g/></svg></p>`)],
  ])('%s', (_kind, html) => {
    expect(readContainer(html).pages[0]?.name).toBe('Inside & out');
    expect(readContainer(new TextEncoder().encode(html)).pages[0]?.name).toBe('Inside & out');
  });

  test('the first of several', () => {
    const second = configured.replace('Inside', 'Second');
    expect(readContainer(page(configured + second)).pages[0]?.name).toBe('Inside & out');
  });
});

describe('no diagram is found in', () => {
  test.each<[string, string, RegExp]>([
    ['a page without one', page('<p>Hello</p>'), /without a draw.io diagram/],
    [
      'a page with its address',
      page(`<div class="mxgraph" data-mxgraph="${json({ url: 'a.drawio' })}">`),
      /"a.drawio"/,
    ],
    ['a page with another JSON', page('<div class="mxgraph" data-mxgraph="null">'), /no "xml"/],
    ['a page with broken JSON', page('<div class="mxgraph" data-mxgraph="{">'), /JSON/],
  ])('%s', (_kind, html, message) => {
    const error = thrown(() => readContainer(html));
    expect(error.code).toBe('not-a-diagram');
    expect(error.message).toMatch(message);
  });

  test('a page that nests without end', () => {
    expect(thrown(() => readContainer(`<html>${'<div>'.repeat(20_000)}`)).code).toBe('not-a-diagram');
  });
});
