/** `mxsvg/remark` in unified: images and fences become pictures, with their words, apart from each other, and told of. */
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkMxsvg, { type DocumentOptions, type TreeNode } from '../../src/doors/remark.js';
import { diagramFolder, GRADIENT, idsIn, MERMAID, referencesIn } from './place.js';

const folder = diagramFolder();

async function html(markdown: string, options?: DocumentOptions): Promise<{ html: string; file: VFile }> {
  const file = new VFile({ path: folder.at('docs/page.md'), value: markdown });
  const processor = unified().use(remarkParse).use(remarkMxsvg, options).use(remarkRehype).use(rehypeStringify);
  return { html: String(await processor.process(file)), file };
}

describe('images', () => {
  test('are drawn in the document, and named by their alternative text', async () => {
    const { html: page, file } = await html('See ![Two <boxes>](../pages.drawio) here.');
    expect(page).toMatch(/^<p>See <svg [^>]*>/);
    expect(page).toMatch(/<svg [^>]*class="mxsvg"[^>]*role="img"/);
    expect(page).toMatch(/<title id="[^"]*">Two (?:&#x3C;|&lt;)boxes/);
    expect(page).toContain('>Size 100%</text>');
    expect(page).not.toMatch(/ (?:src|alt)="/);
    expect(file.messages).toEqual([]);
  });

  test.each([
    ['pages.drawio', 'Size 100%'],
    ['pages.drawio?page=3', 'The third page'],
    ['pages.drawio#page-3', 'The third page'],
    ['pages.drawio#3', 'The third page'],
    ['pages.drawio#Third', 'The third page'],
    ['flow.mmd', 'Reviewed?'],
  ])('%s shows %s', async (address, words) => {
    expect((await html(`![x](../${address})`)).html).toContain(`>${words}<`);
  });

  test('that are no diagrams, or lie elsewhere, stay', async () => {
    const markdown = '![a](../a.png) ![b](../pages.drawio.svg) ![c](https://example.com/x.drawio)';
    const { html: page } = await html(markdown);
    expect(page).toBe(
      '<p><img src="../a.png" alt="a"> <img src="../pages.drawio.svg" alt="b"> ' +
        '<img src="https://example.com/x.drawio" alt="c"></p>',
    );
  });

  test('take the theme of the address before that of the options', async () => {
    const [light, dark] = await Promise.all([
      html('![](../pages.drawio?theme=light)', { theme: 'dark' }),
      html('![](../pages.drawio)', { theme: 'dark' }),
    ]);
    expect(light.html).toContain('#dae8fc');
    expect(dark.html).not.toContain('#dae8fc');
  });

  test('are no images to plugins that come later, which would copy their files', async () => {
    const images: TreeNode[] = [];
    const later = () => (tree: TreeNode) => {
      for (const open = [tree]; open.length > 0; ) {
        const node = open.pop() as TreeNode & { children?: TreeNode[] };
        if (node.type === 'image') images.push(node);
        open.push(...(node.children ?? []));
      }
    };
    const processor = unified().use(remarkParse).use(remarkMxsvg).use(later).use(remarkRehype).use(rehypeStringify);
    const file = new VFile({ path: folder.at('docs/page.md'), value: '![x](../pages.drawio) ![y](../a.png)' });
    expect(String(await processor.process(file))).toContain('<svg ');
    expect(images).toMatchObject([{ url: '../a.png' }]);
  });

  test('are written as what they were where the result is Markdown', async () => {
    const processor = unified().use(remarkParse).use(remarkMxsvg).use(remarkStringify);
    const file = new VFile({ path: folder.at('docs/page.md'), value: 'See ![x](../pages.drawio "t") here.\n' });
    expect(String(await processor.process(file))).toBe('See ![x](../pages.drawio "t") here.\n');
  });

  test('below "/" lie in the root', async () => {
    expect((await html('![x](/pages.drawio)', { root: folder.at('.') })).html).toContain('Size 100%');
  });
});

describe('fences', () => {
  test('of drawio and mermaid are drawn, others stay', async () => {
    const text = `\`\`\`drawio title="A gradient"\n${GRADIENT}\n\`\`\`\n\n\`\`\`mermaid\n${MERMAID}\`\`\`\n\n\`\`\`js\nx\n\`\`\``;
    const { html: page } = await html(text);
    expect(page.match(/<div class="mxsvg-block"><svg /g)).toHaveLength(2);
    expect(page).toContain('>A gradient</title>');
    expect(page).toContain('>Reviewed?<');
    expect(page).toContain('<pre><code class="language-js">x');
  });

  test('that the options leave out stay', async () => {
    const { html: page } = await html(`\`\`\`mermaid\n${MERMAID}\`\`\``, { fences: ['drawio'] });
    expect(page).toContain('<code class="language-mermaid">');
  });
});

test('pictures of one document share no ids, and their references lead to their own', async () => {
  const image = '![one](../gradient.drawio)';
  const { html: page } = await html(
    [image, image, '![two](../gradient.drawio)', '![three](../pages.drawio)'].join('\n\n'),
  );
  const ids = idsIn(page);
  expect(ids.length).toBeGreaterThan(8);
  expect(new Set(ids).size).toBe(ids.length);
  const references = referencesIn(page);
  expect(references.length).toBeGreaterThan(8);
  expect(references.filter((id) => !ids.includes(id))).toEqual([]);
});

test('files are written, and images lead to them', async () => {
  const output = { folder: folder.at('public/diagrams'), address: '/diagrams' };
  const { html: page } = await html(`![Boxes](../pages.drawio)\n\n\`\`\`mermaid\n${MERMAID}\`\`\``, { output });
  const images = [
    ...page.matchAll(/<img src="\/diagrams\/([^"]+)" alt="([^"]*)" width="([\d.]+)" height="([\d.]+)">/g),
  ];
  expect(images.map(([, , alt]) => alt)).toEqual(['Boxes', '']);
  const [first, second] = images.map(([, name]) => folder.read(`public/diagrams/${name}`));
  expect(first).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(first).toContain(`width="${images[0]?.[3]}"`);
  expect(second).toContain('Reviewed?');
});

describe('what can not be drawn', () => {
  const broken = 'Text\n\n![gone](gone.drawio)\n\n```mermaid\nflowchart LR\n  a --\n```\n';

  test('is a message at its place, and is shown', async () => {
    const { html: page, file } = await html(broken);
    expect(file.messages.map(({ line, source, ruleId }) => [line, source, ruleId])).toEqual([
      [3, 'mxsvg', 'unreadable-file'],
      [5, 'mxsvg', 'mermaid-syntax'],
    ]);
    expect(file.messages[1]?.reason).toMatch(/line 7\b/);
    expect(page).toContain(
      `<span class="mxsvg-error" role="alert">This diagram can't be drawn: There is no such file.`,
    );
    expect(page).toMatch(/<pre class="mxsvg-error" role="alert">This diagram can't be drawn: [\s\S]*a --\n?<\/pre>/);
    expect(page).not.toContain(folder.at(''));
  });

  test('ends the build where failOn says so', async () => {
    await expect(html(broken, { failOn: 'error' })).rejects.toThrow('There is no such file');
  });

  test('a page that is not there names those that are', async () => {
    const { file } = await html('![x](../pages.drawio?page=9)');
    expect(file.messages[0]?.reason).toContain('"Third"');
  });

  test('an address with a wrong "%" is told', () => {
    const file = new VFile({ path: folder.at('page.md') });
    remarkMxsvg()({ type: 'root', children: [{ type: 'image', url: '%E0%A4%A.drawio' }] } as TreeNode, file);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['invalid-option']);
  });

  test('a setting of a wrong kind is told', async () => {
    const { file } = await html('![x](../pages.drawio?scale=big) ![x](../pages.drawio?theme=red)');
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['invalid-option', 'invalid-option']);
  });
});

test('what is not drawn faithfully is a warning, and with failOn an end', async () => {
  const odd = GRADIENT.replace('style="', 'style="shape=nosuchshape;');
  const fence = `\`\`\`drawio\n${odd}\n\`\`\``;
  const { file, html: page } = await html(fence);
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['unknown-shape']);
  expect(page).toContain('<svg');
  await expect(html(fence, { failOn: 'diagnostic' })).rejects.toThrow('nosuchshape');
});

test('quotations nested thousands deep end', async () => {
  const tree = { type: 'root', children: [] as object[] };
  let at = tree;
  for (let depth = 0; depth < 50_000; depth++) {
    const inner = { type: 'blockquote', children: [] };
    at.children.push(inner);
    at = inner;
  }
  at.children.push({ type: 'image', url: 'pages.drawio', alt: 'deep' });
  remarkMxsvg()(tree, new VFile({ path: folder.at('page.md') }));
  expect(at.children).toMatchObject([{ data: { hName: 'svg' } }]);
});
