/** Which parts of a Markdown document are Mermaid diagrams. */
import { expect, test } from 'vitest';
import { mermaidBlocks } from '../../src/mermaid/index.js';

test('fenced blocks that say so are found with their lines', () => {
  const markdown = '# Title\n\n```mermaid\ngraph TD\n  a --> b\n```\n\ntext\n\n~~~ Mermaid\npie\n~~~\n';
  expect(mermaidBlocks(markdown)).toEqual([
    { text: 'graph TD\n  a --> b', line: 4 },
    { text: 'pie', line: 11 },
  ]);
});

test('other blocks, and fences inside of them, are passed over', () => {
  const markdown = '````md\n```mermaid\ngraph TD\n```\n````\n\n```js\nmermaid\n```\n\n`mermaid`\n';
  expect(mermaidBlocks(markdown)).toEqual([]);
});

test('blocks in lists and quotations lose what leads their lines', () => {
  const markdown = '- item\n\n  ```mermaid\n  graph TD\n    a\n\n  ```\n\n> ```mermaid\n> graph LR\n>   b\n> ```\n';
  expect(mermaidBlocks(markdown)).toEqual([
    { text: 'graph TD\n  a\n', line: 4 },
    { text: 'graph LR\n  b', line: 10 },
  ]);
});

test('words after the name, braces around it and Windows lines count for nothing', () => {
  expect(mermaidBlocks('```mermaid title="x"\r\ngraph TD\r\n```\r\n')).toEqual([{ text: 'graph TD', line: 2 }]);
  expect(mermaidBlocks('``` {.mermaid}\ngraph TD\n```')).toEqual([{ text: 'graph TD', line: 2 }]);
});

test('a block without an end goes to the end of the document', () => {
  expect(mermaidBlocks('```mermaid\ngraph TD\n a')).toEqual([{ text: 'graph TD\n a', line: 2 }]);
});

test('a longer fence of the same sign ends a block, a shorter one does not', () => {
  expect(mermaidBlocks('````mermaid\ngraph TD\n```\n`````\nafter')).toEqual([{ text: 'graph TD\n```', line: 2 }]);
});
