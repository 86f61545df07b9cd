/** Architecture diagrams: services and groups stand where Mermaid's own pictures have them. The figures are Mermaid's, px. */
import { describe, expect, test } from 'vitest';
import { boxOf, cellOf, cellsOf } from './cellsOf.js';
import { errorOf, noticesOf } from './told.js';

type Corner = readonly [x: number, y: number];

/** Corners of cells from the corner of the first one, each with Mermaid's. */
function expectCorners(text: string, expected: Readonly<Record<string, Corner>>): void {
  const cells = cellsOf(text);
  const ids = Object.keys(expected);
  const first = boxOf(cells, ids[0] as string);
  const [left, top] = expected[ids[0] as string] as Corner;
  for (const id of ids) {
    const { x, y } = boxOf(cells, id);
    const [expectedX, expectedY] = expected[id] as Corner;
    expect([id, x - first.x]).toEqual([id, expect.closeTo(expectedX - left, 0)]);
    expect([id, y - first.y]).toEqual([id, expect.closeTo(expectedY - top, 0)]);
  }
}

const NETWORK = `architecture-beta
  group vpc(cloud)[VPC]
  group pub(cloud)[Public subnet] in vpc
  group priv(cloud)[Private subnet] in vpc
  service igw(internet)[Internet gateway] in vpc
  service alb(server)[Load balancer] in pub
  service nat(server)[NAT] in pub
  service app1(server)[App one] in priv
  service app2(server)[App two] in priv
  service db(database)[Database] in priv
  service s3(disk)[Bucket]
  junction j in priv
  igw:B --> T:alb
  alb:R -- L:nat
  alb:B --> T:j
  j:L -- R:app1
  j:R -- L:app2
  app2:B --> T:db
  s3:L <-- R:nat`;

describe('an architecture diagram', () => {
  test('has services where springs put them, and groups around them', () => {
    expectCorners(NETWORK, {
      igw: [-108.07, -331.22],
      alb: [-108.07, -144.94],
      nat: [92.8, -144.94],
      app1: [-309.4, 125.82],
      app2: [92.8, 125.82],
      db: [92.8, 326.72],
      s3: [386.4, -144.94],
      vpc: [-393.4, -373.72],
      pub: [-162.57, -187.44],
      priv: [-351.9, 83.32],
    });
    const cells = cellsOf(NETWORK);
    expect(boxOf(cells, 'vpc')).toMatchObject({
      width: expect.closeTo(650.2, 0),
      height: expect.closeTo(881.43, 0),
    });
    expect(boxOf(cells, 'priv')).toMatchObject({
      width: expect.closeTo(567.2, 0),
      height: expect.closeTo(382.89, 0),
    });
  });

  test('has services without edges on a line aslant', () => {
    const letters = ['a', 'b', 'c', 'd', 'e'];
    expectCorners(`architecture-beta\n${letters.map((id) => `service ${id}(server)[${id}]`).join('\n')}`, {
      a: [256.6, 274.6],
      b: [123.8, 141.8],
      c: [0, 18],
      d: [-123.8, -105.8],
      e: [-256.6, -238.6],
    });
  });

  test('has in rows and columns what it aligns', () => {
    const services = ['a', 'b', 'c', 'x', 'y'].map((id) => `service ${id}(server)[${id}]`).join('\n');
    const text = `architecture-beta\n${services}\nalign row a b c\nalign column a x y\na:R --> L:b\nx:R -- B:c`;
    expectCorners(text, {
      a: [-106.96, -111.78],
      b: [29.96, -111.78],
      c: [149.96, -111.78],
      x: [-106.96, 8.22],
      y: [-106.96, 171.28],
    });
    expect(noticesOf(text)).toEqual([]);
  });

  test('gives a group that holds nothing a box of its own', () => {
    const cells = cellsOf('architecture-beta\ngroup empty(cloud)[Empty]\nservice a(server)[A]');
    expect(boxOf(cells, 'empty')).toMatchObject({ width: 112, height: 112 });
  });

  test('has the sizes and springs of its settings', () => {
    const settings =
      '---\nconfig:\n  architecture:\n    iconSize: 60\n    padding: 20\n    idealEdgeLengthMultiplier: 2.5\n---\n';
    const text = `${settings}architecture-beta
      group g(cloud)[G]
      service a(server)[A] in g
      service b(server)[B] in g
      service c(server)[C]
      a:R -- L:b
      b:B -[other]-> T:c`;
    expectCorners(text, { a: [-100.4, -68.42], b: [110.4, -68.42], c: [110.4, 113.92], g: [-122.9, -90.92] });
    expect(boxOf(cellsOf(text), 'a')).toMatchObject({ width: 60, height: 60 });
  });

  test('is the same each time, also after a mind map', () => {
    const before = boxOf(cellsOf(NETWORK), 'db');
    cellsOf('mindmap\n  root\n    one\n    two');
    expect(boxOf(cellsOf(NETWORK), 'db')).toEqual(before);
  });

  test('says that what it aligns contradicts itself', () => {
    const services = ['a', 'b', 'c'].map((id) => `service ${id}(server)[${id}]`).join('\n');
    const error = errorOf(`architecture-beta\n${services}\nalign row a b\nalign row b c\nalign row c a`);
    expect(error.code).toBe('mermaid-syntax');
    expect(error.message).toContain('"align"');
  });

  test('is refused where springs would be too much work', () => {
    const loose = Array.from({ length: 300 }, (_, index) => `service s${index}(server)`).join('\n');
    expect(() => cellsOf(`architecture-beta\n${loose}`, { limits: { work: 100_000 } })).toThrow(/too much work/);
    const spread = '---\nconfig:\n  architecture:\n    iconSize: 100000\n    idealEdgeLengthMultiplier: 0.00001\n---\n';
    const two = 'architecture-beta\nservice a(server)[A]\nservice b(server)[B]\na:R -- L:b';
    const limits = { work: 100_000 };
    expect(cellsOf(two, { limits }).size).toBeGreaterThan(2);
    expect(() => cellsOf(`${spread}${two}`, { limits })).toThrow(/too much work/);
  });

  test('tells that services begin in one place where the text wants them anywhere', () => {
    const text = '---\nconfig:\n  architecture:\n    randomize: true\n---\narchitecture-beta\nservice a(server)[A]';
    expect(noticesOf(text)).toEqual([expect.stringContaining('begin in one place')]);
  });

  test('has arrows that end at icons', () => {
    const text = 'architecture-beta\nservice a(server)[A]\nservice b(server)[B]\na:R --> L:b';
    expect(cellOf(cellsOf(text), 'a-b').style.get('endSize')).toBe('3');
  });
});
