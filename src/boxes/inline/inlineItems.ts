/** Gathers the inline content of a block into one text with items, its white space collapsed and its fonts chosen. */

import type { FontFace } from '../../drawing/textBlock.js';
import { type ComputedStyle, usedBorderWidth } from '../../html/computedStyle.js';
import { type Content, type ElementContent, type ImageContent, isInFlow } from '../../html/content.js';
import { resolveLength } from '../../html/lengths.js';
import type { FontLibrary } from '../../shaping/fontLibrary.js';
import { faceRuns } from '../../shaping/fontRuns.js';
import { OBJECT } from '../../shaping/linebreak.js';

/** An inline element, or (without a parent) the block that the lines stand in. */
export interface InlineBox {
  readonly style: ComputedStyle;
  readonly face: FontFace;
  readonly parent: InlineBox | undefined;
  /** Margin, border and padding at its two ends, px. */
  readonly leftEdge: number;
  readonly rightEdge: number;
}

interface ItemBase {
  /** Where the item stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly box: InlineBox;
}

export interface TextItem extends ItemBase {
  readonly kind: 'text';
  readonly face: FontFace;
}

export interface AtomicItem extends ItemBase {
  readonly kind: 'atomic';
  readonly content: ElementContent | ImageContent;
}

export interface MarkItem extends ItemBase {
  readonly kind: 'open' | 'close' | 'break' | 'float';
  readonly content?: ElementContent | ImageContent;
}

export type InlineItem = TextItem | AtomicItem | MarkItem;

export interface InlineContent {
  readonly text: string;
  readonly items: readonly InlineItem[];
  readonly root: InlineBox;
}

/** The side on which a box opens or closes: where text runs from right to left (on odd levels), it opens at the right. */
export const edgeSide = (opens: boolean, level: number): 'left' | 'right' =>
  opens === (level % 2 === 0) ? 'left' : 'right';

export const edgeWidth = ({ leftEdge, rightEdge }: InlineBox, opens: boolean, level: number): number =>
  edgeSide(opens, level) === 'left' ? leftEdge : rightEdge;

const SPACES = /[\t\n\r\f ]+/g;

export interface InlineContext {
  readonly fonts: FontLibrary;
  /** Called for a character that no font has. */
  readonly reportMissing: (codePoint: number) => void;
}

export function collectInline(
  contents: readonly Content[],
  style: ComputedStyle,
  context: InlineContext,
): InlineContent {
  const root: InlineBox = { style, face: faceOf(style, context.fonts), parent: undefined, leftEdge: 0, rightEdge: 0 };
  const collector = new Collector(context);
  collector.add(contents, root);
  return { text: collector.text, items: collector.items, root };
}

export const faceOf = ({ families, weight, italic }: ComputedStyle, fonts: FontLibrary): FontFace =>
  fonts.match({ families, weight, italic });

class Collector {
  text = '';
  readonly items: InlineItem[] = [];
  /** Whether a collapsible space here would vanish: at a line's start or after another such space. */
  #atSpace = true;

  constructor(readonly context: InlineContext) {}

  add(contents: readonly Content[], box: InlineBox): void {
    for (const content of contents) this.#addOne(content, box);
  }

  #addOne(content: Content, box: InlineBox): void {
    switch (content.kind) {
      case 'text':
        this.#addText(content.text, box);
        return;
      case 'break':
        this.#mark('break', box, '\n');
        this.#atSpace = true;
        return;
      case 'opportunity':
        this.#pushText('\u200b', box);
        return;
      case 'image':
        this.#atomic(content, box);
        return;
      case 'element':
        this.#element(content, box);
    }
  }

  #element(content: ElementContent, box: InlineBox): void {
    const { style } = content;
    if (!isInFlow(content)) {
      if (style.float !== 'none')
        this.items.push({ kind: 'float', start: this.text.length, end: this.text.length, box, content });
      return;
    }
    if (style.display !== 'inline' && style.display !== 'contents') {
      this.#atomic(content, box);
      return;
    }
    const inner: InlineBox = {
      style,
      face: faceOf(style, this.context.fonts),
      parent: box,
      leftEdge: edge(style, 'left'),
      rightEdge: edge(style, 'right'),
    };
    this.#mark('open', inner, '');
    this.add(content.children, inner);
    this.#mark('close', inner, '');
  }

  #atomic(content: ElementContent | ImageContent, box: InlineBox): void {
    const start = this.text.length;
    if (!isInFlow(content)) {
      if (content.style.float !== 'none') this.items.push({ kind: 'float', start, end: start, box, content });
      return;
    }
    this.text += OBJECT;
    this.items.push({ kind: 'atomic', start, end: start + 1, box, content });
    this.#atSpace = false;
  }

  #mark(kind: 'open' | 'close' | 'break', box: InlineBox, text: string): void {
    const start = this.text.length;
    this.text += text;
    this.items.push({ kind, start, end: start + text.length, box });
  }

  #addText(text: string, box: InlineBox): void {
    switch (box.style.whiteSpaceCollapse) {
      case 'collapse':
        this.#pushCollapsed(text.replace(SPACES, ' '), box);
        return;
      case 'preserve-breaks':
        this.#addLines(text.replace(/[\t\r\f ]+/g, ' ').replace(/ ?\n ?/g, '\n'), box, (line) =>
          this.#pushCollapsed(line.replace(SPACES, ' '), box),
        );
        return;
      case 'preserve':
      case 'break-spaces':
        this.#addLines(text.replace(/\r\n?/g, '\n'), box, (line) => {
          this.#pushText(line, box);
          if (line !== '') this.#atSpace = false;
        });
    }
  }

  #addLines(text: string, box: InlineBox, add: (line: string) => void): void {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) {
        this.#mark('break', box, '\n');
        this.#atSpace = true;
      }
      add(line);
    }
  }

  #pushCollapsed(text: string, box: InlineBox): void {
    const kept = this.#atSpace && text.startsWith(' ') ? text.slice(1) : text;
    if (kept === '') return;
    this.#atSpace = kept.endsWith(' ');
    this.#pushText(kept, box);
  }

  /** Adds text as items of one face each. */
  #pushText(text: string, box: InlineBox): void {
    if (text === '') return;
    const base = this.text.length;
    this.text += text;
    const { fonts, reportMissing } = this.context;
    const { families, weight, italic } = box.style;
    const request = { families, weight, italic };
    for (const { start, end, face } of faceRuns(text, { fonts, request, face: box.face, reportMissing })) {
      this.items.push({ kind: 'text', start: base + start, end: base + end, box, face });
    }
  }
}

function edge(style: ComputedStyle, side: 'left' | 'right'): number {
  const margin = resolveLength(style.margin[side], 0) ?? 0;
  const padding = resolveLength(style.padding[side], 0) ?? 0;
  return margin + usedBorderWidth(style.border[side]) + padding;
}
