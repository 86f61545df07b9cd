/** A placed label as scene nodes: its block, or each of its layers where it takes more than one. */
import { intersection, multiply } from '../geometry/plane.js';
import type { PlacedLabel } from '../layout/label.js';
import type { TextLayer } from '../text/layers.js';
import type { TextBlock } from '../text/textBlock.js';
import type { SceneNode } from './scene.js';

/** `prepare` makes a block ready to be written. */
export function labelNodes(label: PlacedLabel, prepare: (block: TextBlock) => TextBlock): SceneNode[] {
  const { block, transform, opacity, clip, origin } = label;
  if (!label.layers) return [{ kind: 'text', block: prepare(block), transform, opacity, clip, origin }];
  return label.layers.map((layer) => layerNode(layer, label, prepare));
}

function layerNode(layer: TextLayer, label: PlacedLabel, prepare: (block: TextBlock) => TextBlock): SceneNode {
  const { shadow } = layer;
  const node: SceneNode = {
    kind: 'text',
    block: prepare(layer.block),
    transform: layer.transform ? multiply(label.transform, layer.transform) : label.transform,
    opacity: label.opacity * layer.opacity,
    origin: label.origin,
    clip: layer.clip && label.clip ? intersection(layer.clip, label.clip) : (layer.clip ?? label.clip),
  };
  return shadow ? { kind: 'group', shadow: { ...shadow, opacity: 1 }, children: [node] } : node;
}
