/** Parses a label's HTML into styled content. */

import type { HtmlElement, HtmlNode } from '../decode/htmlTree.js';
import { imageSize } from '../decode/imageSize.js';
import { findFormulas, spliceFound, type TextPart, type WholePart } from '../formulas/math.js';
import { append } from '../primitives/lists.js';
import type { ComputedStyle } from './computedStyle.js';
import type { Content, ElementContent, FormulaSetter, HtmlContext } from './content.js';
import { type ListDepth, listsInside, NO_LISTS, type TableAttributes } from './elements.js';
import { choiceMark, filledPart, inputText } from './formControls.js';
import { inlineSvg } from './inlineSvg.js';
import { disclosureMarker, insideMarker } from './markerContent.js';
import { sanitized } from './sanitizing.js';
import { computeStyle } from './styling.js';
import { textContent } from './textContent.js';

/** Elements nested deeper than this are left out: no label is, and the limit keeps recursion safe. */
const DEEPEST = 200;

/** Elements whose content only a browser can run or play. */
const NOT_DRAWN = new Set(['audio', 'canvas', 'embed', 'iframe', 'math', 'video']);

/** What MathJax leaves alone, and the class that says the opposite, as draw.io configures it. */
const WITHOUT_MATH = new Set(['code', 'pre', 'textarea', 'script', 'noscript', 'style', 'select', 'option', 'text']);
const NO_MATH_CLASS = /(?:^| )geDisableMathJax(?: |$)/;
const MATH_CLASS = /(?:^| )mathjax_process(?: |$)/;

interface Surroundings {
  readonly depth: number;
  readonly listDepth: ListDepth;
  readonly table: TableAttributes | undefined;
  readonly math: 'set' | 'ignored' | 'skipped';
}

/** The styled content of an HTML fragment whose text starts from the style `root`. */
export function parseHtml(html: string, root: ComputedStyle, context: HtmlContext): Content[] {
  const nodes = context.elements.parse(html, context.cellId);
  return new ContentBuilder(context).children(nodes, root, {
    depth: 0,
    listDepth: NO_LISTS,
    table: undefined,
    math: 'set',
  });
}

class ContentBuilder {
  #reportedDepth = false;
  /** The character that a text follows, for the words that begin in it; none after boxes and breaks. */
  #before = '';

  constructor(readonly context: HtmlContext) {}

  children(written: readonly HtmlNode[], parent: ComputedStyle, around: Surroundings, listStart?: number): Content[] {
    const nodes = sanitized(written);
    const result: Content[] = [];
    let ordinal = listStart ?? 1;
    const pieces =
      this.context.math && around.math === 'set'
        ? this.#withFormulas(nodes, parent, this.context.math)
        : nodes.map(wholeNode);
    for (const piece of pieces) {
      if (piece.kind === 'content') {
        result.push(piece.content);
        continue;
      }
      const { node, text } = piece;
      if (node.nodeName === '#text') {
        if (text !== '') result.push(this.#text(text, parent));
      } else if ('tagName' in node) {
        const isItem = node.tagName === 'li';
        if (isItem) ordinal = integerAttribute(node, 'value') ?? ordinal;
        const content = this.#element(node, parent, around, isItem ? ordinal : undefined);
        if (isItem) ordinal++;
        if (content) result.push(content);
      }
    }
    return result;
  }

  #text(text: string, style: ComputedStyle): Content {
    const content = textContent(text, style, this.#before);
    this.#before = [...text].pop() ?? '';
    return content;
  }

  /** Formulas are found in text and line breaks that stand beside each other; an element ends what came before it. */
  #withFormulas(nodes: readonly HtmlNode[], parent: ComputedStyle, setFormula: FormulaSetter): Piece[] {
    const { cellId, containerWidth } = this.context;
    const pieces: Piece[] = [];
    let stretch: TextPart<HtmlNode>[] = [];
    const flush = (): void => {
      const text = stretch.map((part) => part.text).join('');
      const set = findFormulas(text).flatMap((found) => {
        const content =
          found.kind === 'literal'
            ? textContent(found.text, parent)
            : setFormula(found.formula, {
                style: parent,
                cellId,
                containerWidth: () =>
                  containerWidth?.(text.slice(found.start, found.end), parent, found.formula.display),
              });
        return content ? [{ kind: 'content' as const, start: found.start, end: found.end, content }] : [];
      });
      append(pieces, spliceFound(stretch, set));
      stretch = [];
    };
    for (const node of nodes) {
      const text = searchedText(node);
      if (text !== undefined) stretch.push({ node, text });
      else {
        flush();
        pieces.push(wholeNode(node));
      }
    }
    flush();
    return pieces;
  }

  #element(
    node: HtmlElement,
    parent: ComputedStyle,
    around: Surroundings,
    ordinal: number | undefined,
  ): Content | undefined {
    if (around.depth >= DEEPEST) {
      this.#reportDepth();
      return undefined;
    }
    const { cellId, report } = this.context;
    const tag = node.tagName;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name.toLowerCase(), value]));
    const style = computeStyle({ tag, attributes }, parent, {
      listDepth: around.listDepth,
      table: around.table,
      cellId,
      report,
    });
    if (style.display === 'none') {
      if (tag === 'rt') report({ code: 'unsupported-html', cellId, message: '<rt> in a label is not drawn.' });
      return undefined;
    }
    if (style.display !== 'inline' || tag === 'br' || tag === 'img' || tag === 'svg') this.#before = '';
    if (tag === 'br') return { kind: 'break', style };
    if (tag === 'wbr') return { kind: 'opportunity', style };
    if (tag === 'img') return imageContent(attributes, style);
    if (tag === 'svg') return inlineSvg(node, style, DEEPEST - around.depth);
    if (NOT_DRAWN.has(tag)) {
      report({ code: 'unsupported-html', cellId, message: `<${tag}> in a label is not drawn.` });
      return undefined;
    }
    const inside: Surroundings = {
      depth: around.depth + 1,
      listDepth: listsInside(tag, around.listDepth),
      table: tag === 'table' ? tableAttributes(attributes) : around.table,
      math: mathInside(tag, attributes.get('class') ?? '', around.math),
    };
    const listStart = tag === 'ol' ? integerAttribute(node, 'start') : undefined;
    const children = this.#childrenOf(node, style, attributes, inside, listStart);
    if (endsLines(style)) this.#before = '';
    const marker = insideMarker(style, ordinal ?? 1);
    if (marker) children.unshift(marker);
    if (tag === 'q') {
      children.unshift(textContent('\u201c', style));
      children.push(textContent('\u201d', style));
    }
    const element: ElementContent = {
      kind: 'element',
      tag,
      style,
      children,
      ordinal,
      columnSpan: span(attributes.get(tag === 'col' || tag === 'colgroup' ? 'span' : 'colspan'), 1000),
      rowSpan: span(attributes.get('rowspan'), 65534),
    };
    return element;
  }

  /** An element's content: what stands in it, unless the element shows something of its own or only a part. */
  #childrenOf(
    node: HtmlElement,
    style: ComputedStyle,
    attributes: ReadonlyMap<string, string>,
    inside: Surroundings,
    listStart: number | undefined,
  ): Content[] {
    const nodes = node.childNodes;
    switch (node.tagName) {
      case 'input':
        return [choiceMark(attributes, style) ?? nonEmpty(inputText(attributes), style)].flat();
      case 'progress':
      case 'meter': {
        const filled = filledPart(node.tagName, attributes, style);
        return filled ? [{ kind: 'element', tag: 'div', style: filled, children: [] }] : [];
      }
      case 'select': {
        const options = nodes.filter((child) => child.nodeName === 'option') as HtmlElement[];
        const chosen = options.find(({ attrs }) => attrs.some(({ name }) => name === 'selected')) ?? options[0];
        return chosen ? this.children(chosen.childNodes, style, inside) : [];
      }
      case 'details': {
        const open = attributes.get('open') !== undefined;
        const shown = open ? nodes : nodes.filter((child) => child.nodeName === 'summary').slice(0, 1);
        return this.children(shown, style, inside);
      }
      case 'summary': {
        const parent = node.parentNode as HtmlElement | null;
        const open = parent?.attrs?.some(({ name }) => name === 'open') ?? false;
        return [disclosureMarker(style, open), ...this.children(nodes, style, inside)];
      }
      default:
        return this.children(nodes, style, inside, listStart);
    }
  }

  #reportDepth(): void {
    if (this.#reportedDepth) return;
    this.#reportedDepth = true;
    this.context.report({
      code: 'unsupported-html',
      cellId: this.context.cellId,
      message: `Elements nested deeper than ${DEEPEST} levels are left out of the label.`,
    });
  }
}

/** Whether an element is a block that ends the line before it and begins one behind it. */
const endsLines = ({ display, float, outOfFlow }: ComputedStyle): boolean =>
  !display.startsWith('inline') && float === 'none' && !outOfFlow;

type Piece = WholePart<HtmlNode> | { readonly kind: 'content'; readonly content: Content };

const wholeNode = (node: HtmlNode): Piece => ({ kind: 'node', node, text: searchedText(node) ?? '' });

/** What a node adds to the text that formulas are looked for in; undefined where that text ends. */
function searchedText(node: HtmlNode): string | undefined {
  if (node.nodeName === '#text') return (node as HtmlNode & { readonly value: string }).value;
  if (node.nodeName === 'br') return '\n';
  return node.nodeName === 'wbr' || node.nodeName === '#comment' ? '' : undefined;
}

function mathInside(tag: string, classes: string, around: Surroundings['math']): Surroundings['math'] {
  if (around === 'skipped') return 'skipped';
  if (MATH_CLASS.test(classes)) return 'set';
  if (WITHOUT_MATH.has(tag)) return 'skipped';
  return NO_MATH_CLASS.test(classes) ? 'ignored' : around;
}

const tableAttributes = (attributes: ReadonlyMap<string, string>): TableAttributes => {
  const border = attributes.get('border');
  return {
    cellPadding: attributes.get('cellpadding'),
    bordered: border !== undefined && Number.parseInt(border, 10) !== 0,
    rules: attributes.get('rules')?.toLowerCase(),
  };
};

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return number >= 1 ? Math.min(most, number) : 1;
}

function integerAttribute(node: HtmlElement, name: string): number | undefined {
  const value = Number.parseInt(node.attrs.find((attribute) => attribute.name === name)?.value ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

function imageContent(attributes: ReadonlyMap<string, string>, style: ComputedStyle): Content | undefined {
  const href = attributes.get('src') ?? '';
  if (href === '') {
    const alternative = attributes.get('alt') ?? '';
    return alternative === '' ? undefined : textContent(alternative, style);
  }
  return { kind: 'image', style, href, naturalSize: imageSize(href) };
}

const nonEmpty = (text: string, style: ComputedStyle): Content[] => (text === '' ? [] : [textContent(text, style)]);
