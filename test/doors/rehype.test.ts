/** `mxsvg/rehype` in unified: images and code blocks of HTML become pictures. */
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import rehypeMxsvg, { type DocumentOptions } from '../../src/doors/rehype.js';
import { diagramFolder, idsIn, MERMAID } from './place.js';

const folder = diagramFolder();

async function rewritten(value: string, options?: DocumentOptions): Promise<{ html: string; file: VFile }> {
  const file = new VFile({ path: folder.at('page.html'), value });
  const processor = unified().use(rehypeParse, { fragment: true }).use(rehypeMxsvg, options).use(rehypeStringify);
  return { html: String(await processor.process(file)), file };
}

test('images of diagrams are drawn, others stay', async () => {
  const { html } = await rewritten('<figure><img src="pages.drawio?page=3" alt="Third"><img src="a.png"></figure>');
  expect(html).toMatch(
    /^<figure><svg [\s\S]*>Third<\/title>[\s\S]*>The third page<[\s\S]*<\/svg><img src="a.png"><\/figure>$/,
  );
});

test('code blocks are drawn, highlighted ones too', async () => {
  const code = MERMAID.replace('flowchart', '<span class="hljs-keyword">flowchart</span>').replace('-->', '--&gt;');
  const { html } = await rewritten(
    `<pre><code class="hljs language-mermaid">${code}</code></pre><pre><code>x</code></pre>`,
  );
  expect(html).toContain('>Reviewed?<');
  expect(html).toContain('<pre><code>x</code></pre>');
});

test('the same picture twice shares no ids', async () => {
  const { html } = await rewritten('<img src="gradient.drawio"><img src="gradient.drawio">');
  expect(new Set(idsIn(html)).size).toBe(idsIn(html).length);
});

test('files are written, and other attributes stay', async () => {
  const output = { folder: folder.at('out') };
  const { html } = await rewritten('<img class="wide" src="flow.mmd" alt="Flow">', { output });
  const [, name] =
    /^<img class="wide" src="\/([^"]+\.svg)" alt="Flow" width="[\d.]+" height="[\d.]+">$/.exec(html) ?? [];
  expect(folder.read(`out/${name}`)).toContain('Reviewed?');
});

test('what can not be drawn is a message, and shown', async () => {
  folder.write('broken.drawio', '<mxfile><diagram>');
  const { html, file } = await rewritten('<p>\n<img src="broken.drawio"></p>');
  expect(file.messages.map(({ line, ruleId }) => [line, ruleId])).toEqual([[2, 'malformed-xml']]);
  expect(html).toContain('class="mxsvg-error"');
});
