/** `mxsvg/markdown-it` in markdown-it: images and fences become pictures, and what is wrong is told. */
import MarkdownIt from 'markdown-it';
import { expect, test, vi } from 'vitest';
import markdownItMxsvg, { type MarkdownItOptions, type Problem } from '../../src/doors/markdownIt.js';
import { diagramFolder, GRADIENT, idsIn, MERMAID } from './place.js';

const folder = diagramFolder();

const rendered = (
  markdown: string,
  options: MarkdownItOptions = {},
  env: Record<string, unknown> = { path: folder.at('page.md') },
): string => new MarkdownIt().use(markdownItMxsvg, options).render(markdown, env);

test('images and fences are drawn, others stay', () => {
  const html = rendered(
    `![The *third*](pages.drawio#3)\n\n![no](a.png)\n\n\`\`\`drawio title="A gradient"\n${GRADIENT}\n\`\`\`\n\n~~~mermaid\n${MERMAID}~~~\n\n\`\`\`js\nx\n\`\`\``,
  );
  expect(html).toMatch(/<p><svg [\s\S]*>The third<\/title>[\s\S]*>The third page<[\s\S]*<\/svg><\/p>/);
  expect(html).toContain('<img src="a.png" alt="no">');
  expect(html.match(/<div class="mxsvg-block"><svg /g)).toHaveLength(2);
  expect(html).toContain('>A gradient</title>');
  expect(html).toContain('>Reviewed?<');
  expect(html).toContain('<code class="language-js">x');
});

test('the documents of VitePress and Eleventy, and others, begin at their folders', () => {
  const image = '![x](../pages.drawio)';
  for (const env of [{ path: folder.at('docs/x.md') }, { page: { inputPath: folder.at('docs/x.md') } }]) {
    expect(rendered(image, {}, env)).toContain('Size 100%');
  }
  expect(rendered(image, { root: folder.at('docs') }, {})).toContain('Size 100%');
});

test('pictures of one document share no ids', () => {
  const html = rendered('![a](gradient.drawio) ![a](gradient.drawio) ![b](gradient.drawio)');
  expect(new Set(idsIn(html)).size).toBe(idsIn(html).length);
  expect(html).toBe(rendered('![a](gradient.drawio) ![a](gradient.drawio) ![b](gradient.drawio)'));
});

test('words of labels are no templates', () => {
  expect(rendered('![{{ name }}](gradient.drawio)')).not.toContain('{{');
  expect(rendered('![{{ name }}](gradient.drawio)')).toContain('&#123;{ braces }}');
});

test('no label and no alternative text breaks out into markup', () => {
  const evil = GRADIENT.replace('{{ braces }}', '&lt;/text>&lt;script>alert(1)&lt;/script>');
  const html = rendered(
    `![a" onload="x <script>](gradient.drawio)\n\n\`\`\`drawio title='"><script>'\n${evil}\n\`\`\``,
  );
  expect(html).not.toMatch(/<script/);
  expect(html).not.toMatch(/"\s*onload/);
});

test('files are written, and images lead to them', () => {
  const html = rendered('![Flow](flow.mmd)', { output: { folder: folder.at('out'), address: '/p/' } });
  const [, name] = /<img src="\/p\/([^"]+)" alt="Flow" width="[\d.]+" height="[\d.]+">/.exec(html) ?? [];
  expect(folder.read(`out/${name}`)).toContain('Reviewed?');
});

test('what can not be drawn is told and shown, or an end', () => {
  const told: [Problem, string | undefined][] = [];
  const html = rendered('![x](gone.drawio)', { onProblem: (...problem) => told.push(problem) });
  expect(told).toEqual([
    [{ message: 'gone.drawio: There is no such file.', code: 'unreadable-file', fatal: false }, folder.at('page.md')],
  ]);
  expect(html).toContain('<span class="mxsvg-error" role="alert">');
  expect(() => rendered('![x](gone.drawio)', { failOn: 'error' })).toThrow('gone.drawio: There is no such file.');
});

test('without a listener the console is told', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  rendered('```mermaid\nflowchart LR\n  a --\n```');
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('page.md: A mermaid block: '));
  warn.mockRestore();
});
