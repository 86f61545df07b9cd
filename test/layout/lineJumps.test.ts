/** Crossings of an edge with the edges drawn before it. */
import { describe, expect, it } from 'vitest';
import { type Budget, metered, NO_BUDGET } from '../../src/budget.js';
import { ignoreDiagnostics } from '../../src/diagnostics.js';
import { type Point, point } from '../../src/geometry/plane.js';
import { type JumpingEdge, LineJumps } from '../../src/layout/lineJumps.js';
import { resolveStyle } from '../../src/style/resolve.js';

const edge = (style: string, ...points: readonly Point[]) => ({ style: resolveStyle(style, true), points });
const jumping = edge('jumpStyle=arc', point(0, 0), point(100, 0));
const upright = (x: number, style = '') => edge(style, point(x, -20), point(x, 20));

/** The route of an edge over those drawn before it. */
function crossingsOf(edge: JumpingEdge, earlier: readonly JumpingEdge[], budget?: Budget) {
  const jumps = new LineJumps(budget);
  for (const other of earlier) jumps.over('other', other, ignoreDiagnostics);
  return jumps.over('edge', edge, ignoreDiagnostics);
}

const crossingsAt = (...earlier: ReturnType<typeof edge>[]): number[] | undefined =>
  crossingsOf(jumping, earlier)
    ?.filter(({ crossing }) => crossing)
    .map(({ x }) => x);

describe('line jumps', () => {
  it('lists crossings in order along the edge', () => {
    expect(crossingsAt(upright(70), upright(30))).toEqual([30, 70]);
  });

  it('counts two crossings at one point once', () => {
    expect(crossingsAt(upright(50), upright(50))).toEqual([50]);
  });

  it('skips edges that ask for it', () => {
    expect(crossingsAt(upright(50, 'noJump=1'))).toEqual([]);
  });

  it('takes no crossings at its own ends, but those at ends and bends of others', () => {
    expect(crossingsAt(upright(100), edge('', point(50, 0), point(50, 20)))).toEqual([50]);
    expect(crossingsAt(edge('', point(40, -20), point(50, 0), point(40, 20)))).toEqual([50]);
  });

  it('takes none where another route comes or leaves along the line', () => {
    expect(crossingsAt(edge('', point(40, -20), point(40, 0), point(60, 0), point(60, 20)))).toEqual([]);
  });

  it('takes no edge that joins it or leaves it along the same line for one', () => {
    expect(crossingsAt(edge('', point(20, 0), point(50, 0), point(50, 20)))).toEqual([]);
    expect(crossingsAt(edge('', point(50, 20), point(50, 0), point(120, 0)))).toEqual([]);
  });

  it('leaves no room where edges meet at one place before another crossing', () => {
    expect(crossingsAt(upright(70), upright(30), upright(30))).toEqual([30, 30, 70]);
  });

  it('does nothing without a jump style or on curves', () => {
    const points = [point(0, 0), point(100, 0)];
    expect(crossingsOf(edge('', ...points), [upright(50)])).toBeUndefined();
    expect(crossingsOf(edge('jumpStyle=arc;curved=1', ...points), [upright(50)])).toBeUndefined();
  });

  it('drops waypoints on a straight line', () => {
    const bent = edge('jumpStyle=gap', point(0, 0), point(40, 0), point(100, 0), point(100, 40));
    expect(crossingsOf(bent, [])?.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [100, 0],
      [100, 40],
    ]);
  });

  it('looks at what lies near each edge, however many there are', () => {
    const workOf = (count: number): number => {
      const budget = metered(NO_BUDGET);
      const jumps = new LineJumps(budget);
      const found = new Set<string>();
      for (let i = 0; i < count; i++) {
        const [x, y] = [(i % 50) * 100, Math.floor(i / 50) * 100];
        const fall = edge('jumpStyle=arc', point(x, y), point(x + 90, y + 90));
        const rise = edge('jumpStyle=arc', point(x, y + 90), point(x + 90, y));
        found.add(
          [jumps.over('fall', fall, ignoreDiagnostics), jumps.over('rise', rise, ignoreDiagnostics)]
            .map((each) => each?.length)
            .join(),
        );
      }
      expect([...found]).toEqual(['2,3']);
      return budget.spent;
    };
    expect(workOf(2000) / workOf(500)).toBeCloseTo(4);
  });

  it('jumps over lines as one by one search finds them', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const route = () => edge('jumpStyle=arc', ...Array.from({ length: 3 }, () => point(random(200), random(200))));
    const routes = Array.from({ length: 60 }, route);
    const together = new LineJumps();
    for (const [index, each] of routes.entries()) {
      const found = together.over('edge', each, ignoreDiagnostics)?.filter(({ crossing }) => crossing) ?? [];
      const alone = routes
        .slice(0, index)
        .flatMap((other) => crossingsOf(each, [other])?.filter(({ crossing }) => crossing) ?? []);
      const places = (points: readonly Point[]): readonly string[] =>
        [...new Set(points.map(({ x, y }) => `${x} ${y}`))].sort();
      expect(places(found)).toEqual(places(alone));
    }
  });
});
