/** Draws a scene into the content stream of a page, and collects the page's links. */
import type { Report } from '../../diagnostics.js';
import type { Group, SceneNode, TextNode } from '../../drawing/scene.js';
import { type Rect, rect, transformRect } from '../../geometry/plane.js';
import type { SvgDrawer } from '../raster/drawer.js';
import { boundsOf } from '../sceneBounds.js';
import { type Device, snappedRect, snapTo } from '../textGeometry.js';
import type { Content } from './contentStream.js';
import type { TextTools } from './glyphRun.js';
import { drawDrawing } from './paintedOutlines.js';
import { drawShadow } from './shadows.js';
import { drawGroup } from './states.js';
import { drawTextBlock, plainRect } from './textBlocks.js';

/** What all pages of a file are drawn with. */
export interface PainterTools extends TextTools {
  readonly drawer: SvgDrawer;
  readonly report: Report | undefined;
}

/** A place of a page that leads elsewhere, in the page's default space. */
export interface LinkArea {
  readonly box: Rect;
  readonly href: string;
}

export class ScenePainter {
  readonly links: LinkArea[] = [];

  constructor(
    readonly tools: PainterTools,
    readonly content: Content,
    /** Where text is snapped to whole pixels, as on a screen. */
    readonly device: Device,
  ) {}

  group(group: Group): void {
    const { shadow, link, children } = group;
    const { objects, drawer, report } = this.tools;
    if (shadow) drawShadow(this.content, objects, drawer, { ...group, shadow }, report);
    // A link covers a cell's own drawing; the cells inside it lie above it, and so do their links.
    if (link)
      this.#link(
        children.filter((node) => node.kind !== 'group' || node.cellId === undefined),
        link.href,
      );
    for (const node of children) this.#node(node);
  }

  #node(node: SceneNode): void {
    switch (node.kind) {
      case 'group':
        this.group(node);
        break;
      case 'drawing':
        drawDrawing(this.content, this.tools.objects, node);
        break;
      case 'picture':
        this.tools.pictures.paint(this.content, node);
        break;
      case 'text':
        this.#text(node);
        break;
    }
  }

  #text({ block, transform, opacity, clip, origin }: TextNode): void {
    const { content, tools } = this;
    content.isolated(() => {
      content.transform(transform);
      const snap = snapTo(this.device, transform, origin);
      if (clip) content.clip(plainRect(snappedRect(clip, snap)));
      drawGroup(content, tools.objects, opacity, (into) => {
        drawTextBlock(into, tools, block, snap);
      });
      for (const { href, x, baseline, width, fontSize } of block.runs) {
        if (href === undefined) continue;
        const box = rect(x, baseline - fontSize, width, fontSize * 1.25);
        this.links.push({ href, box: transformRect(content.matrix, box) });
      }
    });
  }

  #link(nodes: readonly SceneNode[], href: string): void {
    const box = boundsOf(nodes, this.content.matrix);
    if (box) this.links.push({ href, box });
  }
}
