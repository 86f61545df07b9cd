/** What labels of Mermaid's become as HTML. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { Icons } from '../../src/icons/icons.js';
import { encodeEntities } from '../../src/mermaid/text/entities.js';
import { labelHtml } from '../../src/mermaid/text/labels.js';

const html = (text: string, type?: string): string => labelHtml({ text, type }, () => {});

describe('text', () => {
  test.each([
    ['plain', 'plain'],
    ['one<br/>two', 'one<br>two'],
    ['one\ntwo', 'one<br>two'],
    ['one\\ntwo', 'one<br>two'],
    ['a & b', 'a &amp; b'],
    ['<b>bold</b> <i>it</i>', '<b>bold</b> <i>it</i>'],
    ['**no Markdown**', '**no Markdown**'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test('has the characters that its codes name', () => {
    expect(html(encodeEntities('#35; #quot;x#quot; #9829;'))).toBe('# "x" ♥');
  });

  test('keeps what only looks like an element', () => {
    expect(html('List<int> or Map<key, value>')).toContain('List&lt;int&gt;');
  });
});

describe('Markdown', () => {
  test.each([
    ['**bold** and *it*', '<b>bold</b> and <i>it</i>'],
    ['one\n    two', 'one<br>two'],
    ['a `code` ~~gone~~ ~x~', 'a <code>code</code> ~~gone~~ ~x~'],
    ['1. list', '1. list'],
    ['# no heading', '# no heading'],
  ])('%j', (text, expected) => {
    expect(html(text, 'markdown')).toBe(expected);
  });
});

describe('unsafe HTML', () => {
  test.each([
    ['<script>alert(1)</script>x', 'x'],
    ['<img src="javascript:x" onerror="y">', '<img>'],
    ['<a href="javascript:x" onclick="y">z</a>', '<a>z</a>'],
    ['<a href="https://example.com">z</a>', '<a href="https://example.com">z</a>'],
    ['<iframe src="x">y</iframe>z', 'z'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('icons', () => {
  const given = { 'fa:fa-car': '<svg viewBox="0 0 4 4"><path d="M0 0H4V4Z"/></svg>' };
  const ICON =
    '<svg viewBox="0 0 4 4" fill="currentColor" style="width:1.25em;height:1em;vertical-align:-0.125em">' +
    '<path d="M 0 0 L 4 0 L 4 4 Z"></path></svg>';
  const withIcons = (text: string, type?: string): string =>
    labelHtml({ text, type }, () => {}, 'a', new Icons({ given }));

  test('that are not at hand are left out, and reported with what would bring them', () => {
    const diagnostics: Diagnostic[] = [];
    expect(labelHtml({ text: 'fa:fa-car By car' }, (each) => diagnostics.push(each), 'a')).toBe('By car');
    expect(diagnostics).toMatchObject([{ code: 'mermaid-ignored', cellId: 'a' }]);
    expect(diagnostics[0]?.message).toContain('fa:fa-car');
    expect(diagnostics[0]?.message).toContain('install @fortawesome/fontawesome-free');
  });

  test('stand in their line', () => {
    expect(withIcons('fa:fa-car By car')).toBe(`${ICON} By car`);
    expect(withIcons('by fa:fa-car\nor fa:fa-none fa:fa-car')).toBe(`by ${ICON}<br>or ${ICON}`);
    expect(withIcons('**by** fa:fa-car', 'markdown')).toBe(`<b>by</b> ${ICON}`);
    expect(withIcons('$$x$$ fa:fa-car $$y$$')).toBe(`\\(\\displaystyle x\\) ${ICON} \\(\\displaystyle y\\)`);
  });

  test('take no signs of the text for theirs', () => {
    expect(withIcons('\u{F8FE}fa:fa-car\u{F8FE}\u{F8FF}')).toBe(ICON);
  });
});
