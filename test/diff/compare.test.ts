/** The differences between two versions of a page's cells. */
import { describe, expect, test } from 'vitest';
import { compareGraphs } from '../../src/diff/compare.js';
import { edgeXml, laidOut, pageXml, vertexXml } from '../pipeline/page.js';

const A = vertexXml('a', 'x="1" y="2" width="80" height="40"', 'rounded=1;');
const B = vertexXml('b', 'x="200" y="2" width="80" height="40"');

const changes = (before: string, after: string) =>
  compareGraphs(laidOut(pageXml(before)).graph, laidOut(pageXml(after)).graph);

/** "kind id: details". */
const told = (before: string, after: string): readonly string[] =>
  changes(before, after).map(({ kind, id, details }) => `${kind} ${id}: ${details.join(', ')}`);

test('nothing differs of the same cells', () => {
  expect(changes(A + B, A + B)).toEqual([]);
});

test('cells come and go, those that went last', () => {
  expect(told(A, B)).toEqual(['added b: ', 'removed a: ']);
});

describe('a cell', () => {
  test.each<[string, string, string, string]>([
    ['is moved', A, A.replace(' x="1"', ' x="9"'), 'moved a: position'],
    ['is resized', A, A.replace('width="80"', 'width="90"'), 'moved a: size'],
    ['has no geometry any more', A, A.replace(/<mxGeometry.*?\/>/, ''), 'moved a: geometry'],
    ['has another style', A, A.replace('rounded=1', 'rounded=0;dashed=1'), 'changed a: style rounded, style dashed'],
    ['is hidden', A, A.replace('vertex', 'visible="0" vertex'), 'changed a: hidden'],
    ['is collapsed', A, A.replace('vertex', 'collapsed="1" vertex'), 'changed a: collapsed'],
    ['has another label', A, A.replace('vertex', 'value="x" vertex'), 'changed a: label'],
    ['becomes an edge', A, A.replace('vertex', 'edge'), 'changed a: now edge'],
  ])('that %s', (_name, before, after, expected) => {
    expect(told(before, after)).toEqual([expected]);
  });

  test('that only goes along with its parent does not differ', () => {
    const child = vertexXml('c', 'x="1" y="1" width="5" height="5"', '', 'parent="a"');
    expect(told(A + child, A.replace(' x="1"', ' x="9"') + child)).toEqual(['moved a: position']);
    expect(told(A + B + child, A + B + child.replace('parent="a"', 'parent="b"'))).toEqual(['moved c: parent']);
  });

  test('is named by its kind and its label without markup, cut where it is long', () => {
    const labelled = (label: string): string => A.replace('vertex', `value="${label}" vertex`);
    const nameOf = (label: string): string | undefined => changes('', labelled(label))[0]?.name;
    expect(nameOf('')).toBe('shape a');
    expect(nameOf('&lt;b&gt;Take&lt;/b&gt;&amp;nbsp;it')).toBe('shape "Take it"');
    expect(nameOf('x'.repeat(50))).toBe(`shape "${'x'.repeat(39)}…"`);
  });
});

describe('an edge', () => {
  const e = edgeXml('e', 'a', 'b');

  test('has other ends', () => {
    expect(told(A + B + e, A + B + edgeXml('e', 'b', 'a'))).toEqual(['changed e: source, target']);
  });

  test('has other waypoints', () => {
    const bent = e.replace(
      '<mxGeometry relative="1" as="geometry"/>',
      '<mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="5" y="5"/></Array></mxGeometry>',
    );
    expect(told(A + B + e, A + B + bent)).toEqual(['moved e: route']);
  });

  test('whose ends are moved does not differ', () => {
    expect(told(A + B + e, A.replace('y="2"', 'y="7"') + B + e)).toEqual(['moved a: position']);
  });
});
