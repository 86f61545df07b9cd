/** Block layout: blocks under each other with collapsing margins, floats beside them, and boxes sized to fit. */

import type { ComputedStyle } from '../html/computedStyle.js';
import type { Content, ElementContent, ImageContent } from '../html/content.js';
import { resolveLength } from '../html/lengths.js';
import { append } from '../primitives/lists.js';
import { blockLeft, keepsClear } from './blockPosition.js';
import { BlockStack, type StackedContent } from './blockStack.js';
import type { BoxContext, IntrinsicWidths } from './boxContext.js';
import { blockBoxParts } from './boxPaint.js';
import {
  borderBoxSize,
  boxEdges,
  declaredHeight,
  limitHeight,
  limitWidth,
  paddingBox,
  type Space,
} from './boxSizes.js';
import { fieldsetParts, layoutLegend, legendOf, withoutLegend } from './fieldset.js';
import { flexIntrinsicWidths, layoutFlex } from './flex.js';
import { fitsBeside, placeFloat, stackClear } from './floatPlacing.js';
import { FloatArea, type FloatFrame } from './floats.js';
import { type Fragment, movedPart, type Part } from './fragment.js';
import { imageFragment } from './imageFragment.js';
import { InlineLayout } from './inline/inlineLayout.js';
import { IntrinsicSizes } from './intrinsicWidths.js';
import { clippedParts, withEffects } from './layerEffects.js';
import { besideMarker, markerParts } from './listMarker.js';
import { joinStruts, type MarginStrut, NO_MARGIN, strutOf } from './marginStrut.js';
import { placePositioned, relativeShift } from './positioned.js';
import { type Group, groupChildren } from './stretches.js';
import { layoutTable, tableIntrinsicWidths } from './table/tableLayout.js';

export interface LaidOutBlock {
  readonly fragment: Fragment;
  readonly marginTop: MarginStrut;
  readonly marginBottom: MarginStrut;
  /** Nothing in it keeps its margins apart: they collapse through it. */
  readonly empty: boolean;
}

/** What is settled of a box before it is laid out. */
interface GivenBox {
  readonly marginTop: MarginStrut;
  readonly marginBottom: MarginStrut;
  readonly height?: number;
  readonly floats?: FloatFrame;
}

/** What laying out a box costs, in units of the budget. */
const BOX_COST = 5;

/** How many boxes of a label may be laid out twice: nested ones double the work at every level. */
const MOST_REPEATS = 200;

export class BlockLayout {
  readonly #groups = new WeakMap<readonly Content[], readonly Group[]>();
  readonly #inline: InlineLayout;
  readonly #sizes: IntrinsicSizes;
  #repeats = 0;
  /** Boxes out of the flow that wait for the box around them that they are placed in. */
  #positioned = new Set<ElementContent>();

  constructor(readonly context: BoxContext) {
    this.#inline = new InlineLayout(context, this);
    this.#sizes = new IntrinsicSizes({
      ownLayout: (content) => this.#ownWidths(content),
      tableLeast: (table) => tableIntrinsicWidths(table, this).min,
      groupsOf: (children) => this.#groupsOf(children),
      measure: (contents, style, atomicWidth) => this.#inline.measure(contents, style, atomicWidth),
    });
  }

  /** Whether a box may be laid out once more to be stretched; a label that asks for too much of it is refused. */
  mayRepeat(): boolean {
    return this.#repeats++ < MOST_REPEATS;
  }

  /** The narrowest and widest border box of a block-level or atomic box. */
  intrinsic(content: ElementContent | ImageContent): IntrinsicWidths {
    return this.#sizes.of(content);
  }

  /** The border box's width of a box that shrinks to fit its content. */
  fitWidth(content: ElementContent, available: number): number {
    return this.#sizes.fitWidth(content, available);
  }

  #ownWidths(content: ElementContent): IntrinsicWidths | undefined {
    switch (content.style.display) {
      case 'table':
      case 'inline-table':
        return tableIntrinsicWidths(content, this);
      case 'flex':
      case 'inline-flex':
        return flexIntrinsicWidths(content, this);
      default:
        return undefined;
    }
  }

  /** The label itself: boxes that no box around them holds stand where the flow would have them, if that is said. */
  root(content: ElementContent, width: number, space: Space, height?: number): Fragment {
    const fragment = this.independent(content, width, space, height);
    const waiting = [...this.#positioned];
    this.#positioned = new Set();
    if (waiting.length === 0) return fragment;
    const placed = placePositioned(waiting, fragment.parts, undefined, this);
    return { ...fragment, parts: [...fragment.parts, ...placed] };
  }

  /** A block-level box in normal flow. */
  block(content: ElementContent | ImageContent, space: Space, floats?: FloatFrame): LaidOutBlock {
    const { style } = content;
    const marginTop = strutOf(resolveLength(style.margin.top, space.width) ?? 0);
    const marginBottom = strutOf(resolveLength(style.margin.bottom, space.width) ?? 0);
    if (content.kind === 'image') {
      return { fragment: imageFragment(content, space), marginTop, marginBottom, empty: false };
    }
    const sideMargins =
      (resolveLength(style.margin.left, space.width) ?? 0) + (resolveLength(style.margin.right, space.width) ?? 0);
    const room = space.width - sideMargins;
    const { display } = style;
    if (display === 'table' || display === 'inline-table') {
      return { fragment: layoutTable(content, { ...space, width: room }, this), marginTop, marginBottom, empty: false };
    }
    const edges = boxEdges(style, space.width);
    const horizontal = edges.left + edges.right;
    const declared = resolveLength(style.width, space.width);
    const width = limitWidth(
      declared === undefined ? Math.max(room, horizontal) : borderBoxSize(declared, style, horizontal),
      style,
      space.width,
      horizontal,
    );
    return this.#sized(content, width, space, { marginTop, marginBottom, floats });
  }

  /** A box whose width is settled and whose margins stay its own: inline blocks, cells, items, floats. */
  independent(content: ElementContent, width: number, space: Space, height?: number): Fragment {
    if (content.style.display === 'table' || content.style.display === 'inline-table') {
      return layoutTable(content, { ...space, width }, this);
    }
    return this.#sized(content, width, space, { marginTop: NO_MARGIN, marginBottom: NO_MARGIN, height }, true).fragment;
  }

  #sized(content: ElementContent, width: number, space: Space, given: GivenBox, isolated = false): LaidOutBlock {
    const { style } = content;
    this.context.budget.spend(BOX_COST);
    const legendElement = legendOf(content);
    const ownEdges = boxEdges(style, space.width);
    const legend = legendElement && layoutLegend(legendElement, style, { edges: ownEdges, width }, this);
    const edges = legend ? { ...ownEdges, top: ownEdges.top + legend.room } : ownEdges;
    const vertical = edges.top + edges.bottom;
    const declared = given.height ?? declaredHeight(style, space, vertical);
    const contentWidth = Math.max(0, width - edges.left - edges.right);
    const inner: Space = {
      width: contentWidth,
      height: declared === undefined ? undefined : Math.max(0, declared - vertical),
    };
    const flows = isolated || style.clips;
    const waitingOutside = this.#positioned;
    const positioned = style.relative || style.outOfFlow;
    if (positioned) this.#positioned = new Set();
    const left = (resolveLength(style.margin.left, space.width) ?? 0) + edges.left;
    const floats = floatsInside(flows ? undefined : given.floats, left, edges.top, contentWidth);
    const stack = new BlockStack(!flows && edges.top === 0, !flows && edges.bottom === 0 && declared === undefined);
    const stacked = this.#stacked(
      legendElement ? withoutLegend(content, legendElement) : content,
      inner,
      stack,
      floats,
    );
    const children = besideMarker(stacked, style, this.context);
    // A context of its own reaches around its floats.
    const inside = flows ? Math.max(children.height, floats.area.bottom('both')) : children.height;
    const height = limitHeight(declared ?? inside + vertical, style, space, vertical);
    const frame = { x: 0, y: 0, width, height };
    const contents: Part[] = children.parts.map((part) => movedPart(part, edges.left, edges.top));
    if (positioned) {
      const waiting = [...this.#positioned];
      this.#positioned = waitingOutside;
      if (waiting.length > 0) append(contents, placePositioned(waiting, contents, paddingBox(style, frame), this));
    }
    const parts: Part[] = [
      ...(legend ? fieldsetParts(style, frame, legend) : blockBoxParts(style, frame)),
      ...(style.clips ? clippedParts(contents, paddingBox(style, frame)) : contents),
    ];
    const firstBaseline = shifted(children.firstBaseline, edges.top);
    append(parts, markerParts(content, firstBaseline, { edges, width }, this.context));
    const lastBaseline = shifted(children.lastBaseline, edges.top);
    return {
      fragment: { width, height, firstBaseline, lastBaseline, parts: withEffects(parts, style, frame) },
      marginTop: joinStruts(given.marginTop, children.top),
      marginBottom: joinStruts(given.marginBottom, children.bottom),
      empty: children.empty && height === 0 && !flows,
    };
  }

  /** What is in a box, laid out by its display. */
  #stacked(content: ElementContent, inner: Space, stack: BlockStack, floats: FloatFrame): StackedContent {
    const { display } = content.style;
    if (display !== 'flex' && display !== 'inline-flex') return this.#children(content, inner, stack, floats);
    return { ...layoutFlex(content, inner, this), top: NO_MARGIN, bottom: NO_MARGIN, empty: false };
  }

  /** Lays out children under each other; parts are in the frame of the content box. */
  #children(content: ElementContent, space: Space, stack: BlockStack, floats: FloatFrame): StackedContent {
    const { style } = content;
    let tooWide: (ElementContent | ImageContent)[] = [];
    for (const group of this.#groupsOf(content.children)) {
      switch (group.kind) {
        case 'lines': {
          const lines = this.#inline.lines(group.contents, style, space, {
            ...floats,
            y: floats.y + stack.nextTop(NO_MARGIN),
          });
          if (lines) stack.add(lines, 0, { top: NO_MARGIN, bottom: NO_MARGIN });
          for (const float of tooWide) placeFloat(this, float, space, stack, floats);
          tooWide = [];
          break;
        }
        case 'float':
          if (group.after && !fitsBeside(this, group.content, group.after, style, space)) tooWide.push(group.content);
          else placeFloat(this, group.content, space, stack, floats);
          break;
        case 'positioned':
          this.#positioned.add(group.content);
          stack.addAnchor(group.content);
          break;
        case 'block':
          this.#stackBlock(group.content, style, space, stack, floats);
          break;
      }
    }
    return stack.finish();
  }

  #stackBlock(
    child: ElementContent | ImageContent,
    parent: ComputedStyle,
    space: Space,
    stack: BlockStack,
    floats: FloatFrame,
  ): void {
    const { style } = child;
    if (style.clear !== 'none') stack.advanceTo(floats.area.bottom(style.clear) - floats.y);
    const top = stack.nextTop(strutOf(resolveLength(style.margin.top, space.width) ?? 0));
    if (child.kind === 'element' && keepsClear(style) && !floats.area.isEmpty) {
      stackClear(this, child, { space, style: parent }, stack, { ...floats, y: floats.y + top });
      return;
    }
    const { fragment, marginTop, marginBottom, empty } = this.block(child, space, { ...floats, y: floats.y + top });
    const margins = { top: marginTop, bottom: marginBottom };
    if (empty) {
      stack.addEmpty(margins);
      return;
    }
    const shift = relativeShift(style, space);
    stack.add(fragment, blockLeft(style, fragment.width, space.width, parent) + shift.x, margins, shift.y);
  }

  #groupsOf(children: readonly Content[]): readonly Group[] {
    let groups = this.#groups.get(children);
    if (!groups) {
      groups = groupChildren(children);
      this.#groups.set(children, groups);
    }
    return groups;
  }
}

/** The floats around a box's content, which stands so far from the corner that they are counted from; else its own. */
const floatsInside = (outer: FloatFrame | undefined, left: number, top: number, width: number): FloatFrame =>
  outer ? { area: outer.area, x: outer.x + left, y: outer.y + top } : { area: new FloatArea(width), x: 0, y: 0 };

const shifted = (baseline: number | undefined, by: number): number | undefined =>
  baseline === undefined ? undefined : baseline + by;
