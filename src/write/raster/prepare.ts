/** A picture as a rasterizer can take it: without what would end resvg, or keep it at work for minutes. */
import { ignoreDiagnostics, type Report } from '../../diagnostics.js';
import type { Group, Scene, SceneNode, Shadow } from '../../drawing/scene.js';
import { IDENTITY, type Rect } from '../../geometry/plane.js';
import type { Limits } from '../../limits.js';
import { coreOf, shadowRegion } from '../sceneBounds.js';

export interface RasterRequest {
  /** Pixels for one px of the page. */
  readonly scale: number;
  readonly limits: Limits;
  /** Receives what is left out; default: nobody does. */
  readonly report?: Report;
}

/** How much of the pixels that a picture may have may be of shadows: resvg takes a second for two million. */
const SHADOWED_SHARE = 0.25;

/** The scene without shadows over areas too large, and without layers so far outside that resvg breaks over them. */
export function prepareForRaster(scene: Scene, request: RasterRequest): Scene {
  const root = new Preparation(scene.viewBox, request).group(scene.root);
  return { ...scene, root: root ?? { kind: 'group', children: [] } };
}

class Preparation {
  #shadowedPixels = 0;

  constructor(
    readonly view: Rect,
    readonly request: RasterRequest,
  ) {}

  group(group: Group): Group | undefined {
    const { shadow, ...plain } = group;
    if (shadow && this.#isFarOff(group.children)) return undefined;
    const children = group.children.flatMap((node) => this.#node(node) ?? []);
    return shadow && this.#isWorthIts(shadow, group.children) ? { ...plain, shadow, children } : { ...plain, children };
  }

  #node(node: SceneNode): SceneNode | undefined {
    if (node.kind === 'group') return this.group(node);
    if (node.kind === 'drawing') return node;
    return (node.clip || node.opacity < 1) && this.#isFarOff([node]) ? undefined : node;
  }

  #isWorthIts(shadow: Shadow, children: readonly SceneNode[]): boolean {
    const region = shadowRegion(children, shadow, IDENTITY, this.view);
    if (!region || region.width === 0 || region.height === 0) return false;
    const { scale, limits, report = ignoreDiagnostics } = this.request;
    const most = limits.pixels * SHADOWED_SHARE;
    const before = this.#shadowedPixels;
    this.#shadowedPixels += region.width * region.height * scale * scale;
    if (this.#shadowedPixels <= most) return true;
    if (before <= most) report({ code: 'too-costly', message: 'Shadows over so large areas are left out.' });
    return false;
  }

  /** resvg ends the process over a group with a filter, a clip or an opacity that is far outside of the picture. */
  #isFarOff(nodes: readonly SceneNode[]): boolean {
    const core = coreOf(nodes);
    return (
      !core ||
      core.x > this.view.x + 1.9 * this.view.width ||
      core.y > this.view.y + 1.9 * this.view.height ||
      core.x + core.width < this.view.x - this.view.width ||
      core.y + core.height < this.view.y - this.view.height
    );
  }
}
