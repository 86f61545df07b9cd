/** `mxsvg/remark` in MDX and React, which Docusaurus, Next.js and Astro build their pages with. */
import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { VFile } from 'vfile';
import { afterEach, expect, test, vi } from 'vitest';
import remarkMxsvg from '../../src/doors/remark.js';
import { diagramFolder, idsIn, MERMAID, referencesIn } from './place.js';

const folder = diagramFolder();
afterEach(() => vi.restoreAllMocks());

test('a page of MDX has its diagrams, and React finds nothing wrong with them', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const value = `# Title\n\n![Braces](./gradient.drawio)\n\n![Braces](./gradient.drawio)\n\n\`\`\`mermaid\n${MERMAID}\`\`\`\n\n{1 + 1}\n`;
  const file = new VFile({ path: folder.at('page.mdx'), value });
  const { default: Content } = await evaluate(file, { ...runtime, remarkPlugins: [remarkMxsvg] });
  const html = renderToStaticMarkup(createElement(Content));
  expect(html.match(/<svg /g)).toHaveLength(3);
  expect(html).toMatch(/<svg [^>]*viewBox="[^"]+"/);
  expect(html).toContain('{{ braces }}</text>');
  expect(html).toContain('>Braces</title>');
  expect(html).toContain('>Reviewed?<');
  expect(html).toMatch(/stroke-miterlimit="10"/);
  expect(html).toMatch(/style="max-width:100%;height:auto"/);
  expect(new Set(idsIn(html)).size).toBe(idsIn(html).length);
  expect(referencesIn(html).filter((id) => !idsIn(html).includes(id))).toEqual([]);
  expect(file.messages).toEqual([]);
  expect(complaints.mock.calls).toEqual([]);
});
