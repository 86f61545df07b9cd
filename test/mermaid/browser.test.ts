/** Mermaid over assets that the caller gives. */
import { expect, test } from 'vitest';
import { nodeAssets } from '../../src/index.js';
import { createMermaid } from '../../src/mermaid/browser.js';
import { renderMermaid } from '../../src/mermaid/index.js';

const TEXT = 'flowchart LR\n a[One] --> b[(Two)]';

test('the picture is the one that Node draws', async () => {
  expect(createMermaid(nodeAssets).render(TEXT, { border: 4 })).toBe(
    await renderMermaid(TEXT, { border: 4, systemFonts: 'none' }),
  );
});

test('without fonts there is an error that says so', () => {
  const bare = createMermaid({ font: () => undefined, file: () => undefined });
  expect(() => bare.toDrawio(TEXT)).toThrow(/fonts/);
});
