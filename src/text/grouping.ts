/** Splits the children of a block into stretches of inline content and blocks. */
import { AUTO, inheritStyle } from './computedStyle.js';
import {
  type Content,
  type ElementContent,
  holdsBlock,
  type ImageContent,
  isInFlow,
  isInlineLevel,
} from './content.js';

/** A float stands before the line that it was met in. */
export type Group =
  | { readonly kind: 'float'; readonly content: ElementContent | ImageContent }
  | { readonly kind: 'lines'; readonly contents: readonly Content[] }
  | { readonly kind: 'block'; readonly content: ElementContent | ImageContent };

/** Splits children into stretches of inline content and blocks; an inline element around a block is split with it. */
export function groupChildren(children: readonly Content[]): Group[] {
  const groups: Group[] = [];
  let run: Content[] = [];
  const flush = (): void => {
    if (run.length > 0) groups.push({ kind: 'lines', contents: run });
    run = [];
  };
  const visit = (content: Content): void => {
    if ((content.kind === 'element' || content.kind === 'image') && content.style.outOfFlow) return;
    if ((content.kind === 'element' || content.kind === 'image') && content.style.float !== 'none') {
      groups.push({ kind: 'float', content });
    } else if (content.kind === 'element' && content.style.display === 'contents') {
      for (const child of content.children) visit(child);
    } else if (holdsBlock(content)) {
      splitInline(content as ElementContent, visit);
    } else if (isInlineLevel(content) && isInFlow(content)) {
      run.push(content);
    } else {
      flush();
      groups.push({ kind: 'block', content: asBlock(content as ElementContent | ImageContent) });
    }
  };
  for (const child of children) visit(child);
  flush();
  return groups;
}

/** Hands on an inline element's blocks as they are, and its inline content wrapped in copies of the element. */
function splitInline(element: ElementContent, visit: (content: Content) => void): void {
  let inline: Content[] = [];
  const flush = (): void => {
    if (inline.length > 0) visit({ ...element, children: inline });
    inline = [];
  };
  for (const child of element.children) {
    if (holdsBlock(child)) {
      flush();
      splitInline(child as ElementContent, visit);
    } else if (isInlineLevel(child)) inline.push(child);
    else {
      flush();
      visit(child);
    }
  }
  flush();
}

/** Parts of a table outside one become a table around them. */
function asBlock(content: ElementContent | ImageContent): ElementContent | ImageContent {
  if (content.kind === 'image') return content;
  const { display } = content.style;
  if (!display.startsWith('table-')) return content;
  const style = { ...inheritStyle(content.style), display: 'table' as const, width: AUTO };
  return { kind: 'element', tag: 'table', style, children: [content] };
}
