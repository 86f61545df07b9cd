/** Markdown documents with pictures in place of their Mermaid blocks. */
import path from 'node:path';
import { mermaidWords } from '../describe/mermaidWords.js';
import { type PlacedBlock, placedBlocks } from '../mermaid/text/markdown.js';

/**
 * The document that shows pictures in place of its blocks; `pictures` has the files by the blocks' numbers, counted from 1,
 * and what has none stays. `file` is where the document will stand.
 */
export function withPictures(markdown: string, pictures: ReadonlyMap<number, string>, file: string): string {
  // The ends of lines stay what they are, between them.
  const parts = markdown.split(/(\r\n?|\n)/);
  const lines = parts.filter((_, index) => index % 2 === 0);
  const ends = parts.filter((_, index) => index % 2 === 1);
  const written: string[] = [];
  let next = 1;
  const copyTo = (line: number): void => {
    for (; next < line; next++) written.push((lines[next - 1] ?? '') + (ends[next - 1] ?? ''));
  };
  for (const [index, block] of placedBlocks(markdown).entries()) {
    const picture = pictures.get(index + 1);
    if (picture === undefined) continue;
    copyTo(block.from);
    written.push(block.prefix + imageOf(block, addressOf(picture, file)) + (ends[block.to - 1] ?? ''));
    next = block.to + 1;
  }
  copyTo(lines.length + 1);
  return written.join('');
}

/** A picture's place, from a document's. */
function addressOf(picture: string, document: string): string {
  const relative = path.relative(path.dirname(document), picture).split(path.sep).join('/');
  const address = encodeURI(relative).replace(/[()?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return address.startsWith('.') ? address : `./${address}`;
}

/** The image with what the diagram says of itself for those who can't see it. */
function imageOf({ text }: PlacedBlock, address: string): string {
  const { title, description } = mermaidWords(text);
  const alternative = (description ?? title ?? 'diagram').replace(/[[\]\\<&]/g, '\\$&');
  const shown = title === undefined ? '' : ` "${title.replace(/["\\<&]/g, '\\$&')}"`;
  return `![${alternative}](${address}${shown})`;
}
