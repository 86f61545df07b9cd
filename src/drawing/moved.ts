/** Nodes of a scene at another place of the page. */
import { mapPath } from '../geometry/path.js';
import { isIdentity, multiply, point, translation } from '../geometry/plane.js';
import type { Drawing, Group, Outline, SceneNode } from './scene.js';

/** A node moved by dx and dy px, as if it had been drawn there. */
export function moved<T extends SceneNode>(node: T, dx: number, dy: number): T;
export function moved(node: SceneNode, dx: number, dy: number): SceneNode {
  if (node.kind === 'group') return movedGroup(node, dx, dy);
  if (node.kind === 'drawing' && movesByOutline(node)) return { ...node, outline: movedOutline(node.outline, dx, dy) };
  return { ...node, transform: multiply(translation(dx, dy), node.transform) };
}

const movedGroup = (group: Group, dx: number, dy: number): Group => ({
  ...group,
  children: group.children.map((child) => moved(child, dx, dy)),
});

/** Patterns begin at the origin of the outline's own frame, so that one moves as a whole. */
const movesByOutline = ({ transform, fill }: Drawing): boolean =>
  isIdentity(transform) && fill?.paint.kind !== 'pattern';

const movedOutline = (outline: Outline, dx: number, dy: number): Outline =>
  outline.kind === 'path'
    ? { kind: 'path', path: mapPath(outline.path, ({ x, y }) => point(x + dx, y + dy)) }
    : { ...outline, box: { ...outline.box, x: outline.box.x + dx, y: outline.box.y + dy } };
