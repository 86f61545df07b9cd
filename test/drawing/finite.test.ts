/** What of a scene is made of numbers that writers can write. */
import { expect, test } from 'vitest';
import { isFiniteNode, isFiniteRect } from '../../src/drawing/finite.js';
import type { Drawing, Picture, SceneNode, Stroke } from '../../src/drawing/scene.js';
import { IDENTITY, point, rect } from '../../src/geometry/plane.js';

const stroke: Stroke = {
  color: '#000000',
  opacity: 1,
  width: 1,
  dash: [1, 2],
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
};
const drawing: Drawing = {
  kind: 'drawing',
  outline: {
    kind: 'path',
    path: [
      { kind: 'move', to: point(0, 0) },
      { kind: 'curve', control1: point(1, 1), control2: point(2, 2), to: point(3, 3) },
      { kind: 'close' },
    ],
  },
  transform: IDENTITY,
  stroke,
};
const picture: Picture = {
  kind: 'picture',
  href: '',
  box: rect(0, 0, 1, 1),
  transform: IDENTITY,
  opacity: 1,
  keepAspect: true,
};

test.each<[string, SceneNode]>([
  ['a path', drawing],
  ['a picture', picture],
  ['a group of them', { kind: 'group', children: [drawing, { kind: 'group', children: [picture] }] }],
])('%s is', (_name, node) => {
  expect(isFiniteNode(node)).toBe(true);
});

test.each<[string, SceneNode]>([
  ['a point', { ...drawing, outline: { kind: 'path', path: [{ kind: 'line', to: point(0, Number.NaN) }] } }],
  [
    'a control point',
    { ...drawing, outline: { kind: 'path', path: [{ kind: 'quad', control: point(Infinity, 0), to: point(0, 0) }] } },
  ],
  ['a box', { ...picture, box: rect(0, 0, Number.NaN, 1) }],
  ['a radius', { ...drawing, outline: { kind: 'rect', box: rect(0, 0, 1, 1), radiusX: Number.NaN, radiusY: 0 } }],
  ['a factor', { ...drawing, transform: { ...IDENTITY, a: Infinity } }],
  ['a width of a line', { ...drawing, stroke: { ...stroke, width: Number.NaN } }],
  ['a dash', { ...drawing, stroke: { ...stroke, dash: [1, Infinity] } }],
  ['a place past all pictures', { ...picture, box: rect(1e300, 0, 1, 1) }],
  ['one of a group', { kind: 'group', children: [drawing, { ...picture, opacity: Number.NaN }] }],
])('%s that isn’t finite is not', (_name, node) => {
  expect(isFiniteNode(node)).toBe(false);
});

test('bounds are', () => {
  expect(isFiniteRect(rect(0, 0, 5, 5))).toBe(true);
  expect(isFiniteRect(rect(0, 0, 5, Number.NaN))).toBe(false);
});
