/** A placed label as scene nodes: its block, or each of its layers where it takes more than one. */

import type { SceneNode } from '../drawing/scene.js';
import type { TextBlock, TextLayer } from '../drawing/textBlock.js';
import { intersection, multiply, type Rect } from '../geometry/plane.js';
import type { PlacedLabel } from '../layout/label.js';

/** `prepare` makes a block ready to be written. */
export function labelNodes(label: PlacedLabel, prepare: (block: TextBlock) => TextBlock): SceneNode[] {
  const { block, transform, opacity, clip, origin } = label;
  if (!label.layers)
    return isEmpty(clip) ? [] : [{ kind: 'text', block: prepare(block), transform, opacity, clip, origin }];
  return label.layers
    .filter(({ clip: own }) => !isEmpty(clipOf(own, clip)))
    .map((layer) => layerNode(layer, label, prepare));
}

/** Nothing is seen through such a clip. */
const isEmpty = (clip: Rect | undefined): boolean => clip !== undefined && !(clip.width > 0 && clip.height > 0);

const clipOf = (layer: Rect | undefined, label: Rect | undefined): Rect | undefined =>
  layer && label ? intersection(layer, label) : (layer ?? label);

function layerNode(layer: TextLayer, label: PlacedLabel, prepare: (block: TextBlock) => TextBlock): SceneNode {
  const { shadow } = layer;
  const node: SceneNode = {
    kind: 'text',
    block: prepare(layer.block),
    transform: layer.transform ? multiply(label.transform, layer.transform) : label.transform,
    opacity: label.opacity * layer.opacity,
    origin: label.origin,
    clip: clipOf(layer.clip, label.clip),
  };
  return shadow ? { kind: 'group', shadow: { ...shadow, opacity: 1 }, children: [node] } : node;
}
