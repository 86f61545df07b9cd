/** Colours of a picture for a page: what changes of it, and that nothing else is made anew. */
import { expect, test } from 'vitest';
import type { Scene, SceneNode } from '../../src/drawing/scene.js';
import { buildScene } from '../../src/scene/buildScene.js';
import { partsFor, themedScene } from '../../src/scene/theme.js';
import { laidOut, pageXml, vertexXml } from '../pipeline/page.js';

const PAGE = pageXml(
  vertexXml(
    'a',
    'width="80" height="40"',
    'html=1;shadow=1;fillColor=light-dark(#ff0000,#00ff00);strokeColor=#0000ff;fontColor=light-dark(#111111,#eeeeee);labelBackgroundColor=light-dark(#222222,#dddddd);',
  ),
);

function scene(finish?: (node: SceneNode) => SceneNode): Scene {
  const { graph, layout, context } = laidOut(PAGE);
  return buildScene(graph, layout, context, { size: 'diagram', border: 0, background: undefined }, { finish });
}

const pairs = (of: Scene): number => JSON.stringify(of).split('light-dark(').length - 1;

test('parts of a light page are light as soon as they are drawn, and stay what they are', () => {
  expect(pairs(scene())).toBeGreaterThan(0);
  const light = scene(partsFor('light', 'auto'));
  expect(pairs(light)).toBe(0);
  expect(light).toEqual(themedScene(scene(), 'light', 'auto'));
  expect(themedScene(light, 'light', 'auto').root).toBe(light.root);
});

test('so are those of a page whose colours don’t adapt, for any theme', () => {
  expect(pairs(scene(partsFor('dark', 'none')))).toBe(0);
  expect(themedScene(scene(), 'dark', 'none')).toEqual(themedScene(scene(), 'light', 'auto'));
});

test('a dark page’s wait for all of it: what is dark is not made dark again', () => {
  expect(partsFor('dark', 'auto')).toBeUndefined();
  expect(partsFor('auto', 'auto')).toBeUndefined();
  expect(JSON.stringify(themedScene(scene(), 'dark', 'auto'))).toContain('#00ff00');
});
