/** The crop of a picture, the groups of its cells, and what lies behind them. */
import { describe, expect, test } from 'vitest';
import type { Group, SceneNode } from '../../src/drawing/scene.js';
import type { PlacedVertex } from '../../src/layout/placed.js';
import { buildBackdrop, buildScene } from '../../src/scene/buildScene.js';
import type { CropOptions } from '../../src/scene/crop.js';
import { laidOut, pageXml, vertexXml } from '../pipeline/page.js';

const CROP: CropOptions = { size: 'diagram', border: 0, background: undefined };

function sceneOf(xml: string, crop: Partial<CropOptions> = {}, more: Parameters<typeof buildScene>[4] = {}) {
  const { graph, layout, context, diagnostics } = laidOut(xml);
  return { ...buildScene(graph, layout, context, { ...CROP, ...crop }, more), graph, diagnostics };
}

const isGroup = (node: SceneNode): node is Group => node.kind === 'group';

/** The ids of cells as their groups are nested: "1(a(b))". */
const nested = ({ cellId = '', children }: Group): string => {
  const inner = children.filter(isGroup).map(nested).join(' ');
  return inner === '' ? cellId : `${cellId}(${inner})`;
};

describe('the crop', () => {
  const box = vertexXml('a', 'x="10.4" y="20.6" width="80" height="40"', 'strokeColor=none;');

  test('is of whole pixels around what is drawn', () => {
    expect(sceneOf(pageXml(box)).viewBox).toEqual({ x: 11, y: 21, width: 80, height: 40 });
  });

  test('leaves room for strokes, and for a border', () => {
    const stroked = pageXml(vertexXml('a', 'width="80" height="40"', 'strokeWidth=4;'));
    expect(sceneOf(stroked).viewBox).toEqual({ x: -2, y: -2, width: 84, height: 44 });
    expect(sceneOf(stroked, { border: 10 }).viewBox).toEqual({ x: -12, y: -12, width: 104, height: 64 });
  });

  test('of pages is all of the sheets that the drawing touches', () => {
    const xml = pageXml(
      vertexXml('a', 'x="-50" y="90" width="80" height="40"', 'strokeColor=none;'),
      'pageWidth="100" pageHeight="100"',
    );
    expect(sceneOf(xml, { size: 'page' }).viewBox).toEqual({ x: -100, y: 0, width: 200, height: 200 });
    // Twice as large on its paper, a sheet shows half as much.
    expect(sceneOf(xml, { size: 'page', paperScale: 2 }).sheet).toEqual({ width: 50, height: 50, pageScale: 0.5 });
  });

  test('of an empty page is a pixel', () => {
    expect(sceneOf(pageXml('')).viewBox).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  test('counts a turned cell as it stands', () => {
    const turned = vertexXml('a', 'width="80" height="40"', 'strokeColor=none;rotation=90;');
    expect(sceneOf(pageXml(turned)).viewBox).toEqual({ x: 20, y: -20, width: 40, height: 80 });
  });

  test('leaves room for the shadow of a page', () => {
    const plain = sceneOf(pageXml(box));
    const shadowed = sceneOf(pageXml(box, 'shadow="1"'));
    expect(shadowed.root.shadow).toBeDefined();
    expect(shadowed.width).toBeGreaterThan(plain.width);
  });
});

describe('the groups', () => {
  const cells =
    vertexXml('a', 'width="80" height="40"') +
    vertexXml('b', 'x="5" y="5" width="20" height="10"', '', 'parent="a"') +
    vertexXml('c', 'x="5" y="5" width="9" height="9"', '', 'parent="1" visible="0"') +
    vertexXml('d', 'x="100" width="9" height="9"');

  test('are nested as cells are, in the order of the file, without those that are hidden', () => {
    expect(nested(sceneOf(pageXml(cells)).root)).toBe('(0(1(a(b) d)))');
  });

  test('have what is drawn of others, where only some cells are wanted', () => {
    const all = laidOut(pageXml(cells));
    const only = new Set([all.graph.cells.get('d')].filter((cell) => cell !== undefined));
    const scene = buildScene(all.graph, all.layout, all.context, CROP, { only });
    expect(scene.viewBox).toMatchObject({ x: 100, width: 10, height: 10 });
    expect(JSON.stringify(scene.root)).toContain('"cellId":"d"');
    expect(JSON.stringify(scene.root)).not.toContain('"cellId":"a"');
  });

  test('carry links and tooltips, but no actions', () => {
    const linked = (id: string, link: string): string =>
      `<UserObject id="${id}" label="" link="${link}" tooltip="&lt;b&gt;tip&lt;/b&gt;"><mxCell vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></UserObject>`;
    const { root } = sceneOf(pageXml(linked('a', 'https://example.org') + linked('b', 'data:action/json,{}')));
    const [page] = root.children.filter(isGroup);
    const [layer] = page?.children.filter(isGroup) ?? [];
    const shown = layer?.children.filter(isGroup) ?? [];
    expect(shown.map(({ link, title }) => [link?.href, title])).toEqual([
      ['https://example.org', 'tip'],
      [undefined, 'tip'],
    ]);
  });

  test('leave out sizes that no picture can hold, and tell that once', () => {
    const box = 'width="10" height="10"';
    const { graph, layout, context, diagnostics } = laidOut(
      pageXml(vertexXml('a', box) + vertexXml('b', box, 'strokeColor=none;')),
    );
    const vast = layout.cells.get('a') as PlacedVertex;
    const cells = new Map(layout.cells).set('a', { ...vast, box: { ...vast.box, x: Number.POSITIVE_INFINITY } });
    const { viewBox } = buildScene(graph, { cells }, context, CROP);
    expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual([['invalid-geometry', 'a']]);
    expect(viewBox).toEqual({ x: 0, y: 0, width: 10, height: 10 });
  });
});

describe('a backdrop', () => {
  const behind = laidOut(pageXml(vertexXml('z', 'x="300.5" y="0" width="50" height="50"', 'strokeColor=none;')));
  const backdrop = buildBackdrop(behind.graph, behind.layout, behind.context);

  test('takes the place that it has on its own page', () => {
    expect(backdrop.box).toEqual({ x: 300.5, y: 0, width: 50, height: 50 });
  });

  test('lies under the cells, and widens the crop, but not where some cells alone are drawn', () => {
    const xml = pageXml(vertexXml('a', 'width="80" height="40"', 'strokeColor=none;'));
    const { root, viewBox } = sceneOf(xml, {}, { backdrop });
    expect(root.children[0]).toBe(backdrop.node);
    expect(viewBox).toEqual({ x: 0, y: 0, width: 351, height: 50 });
    const page = laidOut(xml);
    const only = new Set([page.graph.cells.get('a')].filter((cell) => cell !== undefined));
    expect(buildScene(page.graph, page.layout, page.context, CROP, { backdrop, only }).width).toBe(80);
  });
});
