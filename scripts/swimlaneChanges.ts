/** What is changed in Mermaid's layout of lanes: its work is counted, and what it does over and over is done once. */

interface Change {
  /** The function that has the part. */
  readonly within: string;
  readonly before: string;
  readonly after: string;
}

/** What the parts take that all others call, in units of a budget. */
const counted = (within: string, before: string, units: string): Change => ({
  within,
  before,
  after: `${before} spend(${units});`,
});

const CHANGES: readonly Change[] = [
  counted('dedupeConsecutivePoints', 'const result = [];', 'points.length / 100'),
  counted('orthogonalSegmentsForPoints', 'const result = [];', 'points.length / 100'),
  counted('segmentHitsAnyRect', 'excludeIds = [], shrink = 0) {', 'rects.length / 100'),
  counted('orthogonalSegmentsStrictlyCross', 'epsilon = EPS) {', '0.01'),
  counted('orthogonalSegmentsCross', 'endpointTolerance = 1e-6) {', '0.01'),
  counted('sameAxisSegmentOverlapLength', 'epsilon = EPS) {', '0.01'),
  counted('countCrossingsBetweenAdjacent2', 'const pairs = [];', '(upper.length + lower.length + edges.length) / 10'),
  counted('routeEdgesOrthogonal', '__name((edgeIdx, from, to) => {', 'allRoutedSegments.length / 200'),
  counted('routeEdgesOrthogonal', 'for (const neighbor of neighbors) {', 'obstacles.length / 100'),
  counted('nudgeSharedInteriorSubpaths', 'const hasCrowdedParallelTrack = /* @__PURE__ */ __name((a, b) => {', '0.01'),
  counted(
    'nudgeSharedInteriorSubpaths',
    'const segmentsFor2 = /* @__PURE__ */ __name((edge, points) => {',
    'points.length / 3',
  ),
  counted(
    'resolveRenderedOrthogonalCrossings',
    'const candidate = simplifyPolyline(dedupeConsecutivePoints(points));',
    '0.5',
  ),
  // What it finds wrong would be told to nobody.
  { within: 'runSwimlaneLayoutCore', before: 'validateSwimlanesLayout(data4Layout);', after: '' },
  // Hundreds of ways are tried for each edge that crosses another, with the segments of all other edges made for each.
  {
    within: 'resolveRenderedOrthogonalCrossings',
    before: 'const ANCHOR = 20;',
    after: `const ANCHOR = 20;
  const segmentsByPoints = new Map();
  const segmentsOnce = (points) => {
    if (!segmentsByPoints.has(points)) segmentsByPoints.set(points, segmentsFor(dedupeConsecutivePoints(points)));
    return segmentsByPoints.get(points);
  };
  const waysByEdge = new Map();
  const waysOnce = (edge, sides, make) => {
    if (!waysByEdge.has(edge)) waysByEdge.set(edge, new Map());
    const ways = waysByEdge.get(edge);
    if (!ways.has(sides)) ways.set(sides, make());
    return ways.get(sides);
  };`,
  },
  // Its nodes stay where they are, and so do the ways between their sides.
  {
    within: 'resolveRenderedOrthogonalCrossings',
    before: '...buildCandidatesForSides(srcPort, srcSide, portForRectSide(dstNode, dstSide), dstSide)',
    after: `...waysOnce(edge, srcSide + ' ' + dstSide, () =>
            buildCandidatesForSides(srcPort, srcSide, portForRectSide(dstNode, dstSide), dstSide))`,
  },
  {
    within: 'resolveRenderedOrthogonalCrossings',
    before: 'segmentsFor(replacementPointsFor(other, replacements))',
    after: 'segmentsOnce(replacements.get(other) ?? other.points ?? [])',
  },
  {
    within: 'resolveRenderedOrthogonalCrossings',
    before: `crossingCountWithReplacements(
    current,
    /* @__PURE__ */ new Map([[edge, replacement]])
  )`,
    after: `{
    let count = current.count;
    for (const pair of current.pairs) if (pair.first === edge || pair.second === edge) count -= pair.count;
    const own = segmentsFor(dedupeConsecutivePoints(replacement));
    for (const other of visibleEdges) {
      if (other !== edge) count += crossingCountBetweenSegments(own, segmentsOnce(other.points ?? []));
    }
    return count;
  }`,
  },
  // Most of the ways go through nodes: how often they cross something doesn't matter then.
  {
    within: 'resolveRenderedOrthogonalCrossings',
    before: `const candidateCrossings = crossingCountWithSingleReplacement(current, edge, candidate);
        const candidateBends = countOrthogonalBends(candidate, EPS_LOCAL);
        if (candidateHitsNode || candidateHasSegmentConflict) {
          continue;
        }`,
    after: `if (candidateHitsNode || candidateHasSegmentConflict) {
          continue;
        }
        const candidateCrossings = crossingCountWithSingleReplacement(current, edge, candidate);
        const candidateBends = countOrthogonalBends(candidate, EPS_LOCAL);`,
  },
];

/** What makes the function that draws: who doesn't ask for that needs it not. */
const DRAWING = 'var render = createCommonLayoutRenderer({';

/** Names in an order that is the same on every machine. */
const COMPARISON = /\.localeCompare\(([\w.]+)\)/g;

/** The layout with these changes. Throws where a part that is to be changed isn't there. */
export function withQuickLanes(source: string): string {
  const compared = source.replace(COMPARISON, ".localeCompare($1, 'en')");
  const layout = compared.replace(DRAWING, DRAWING.replace('create', '/* @__PURE__ */ create'));
  if (compared === source || layout === compared) throw missing(compared === source ? 'localeCompare' : DRAWING);
  return CHANGES.reduce((text, { within, before, after }) => {
    const start = text.indexOf(`\nfunction ${within}(`);
    const end = text.indexOf(`\n__name(${within}, `, start);
    const body = text.slice(start, end);
    if (start < 0 || end < 0 || !body.includes(before)) throw missing(`${before}" in "${within}`);
    return text.slice(0, start) + body.replaceAll(before, () => after) + text.slice(end);
  }, layout);
}

const missing = (what: string): Error => new Error(`The package mermaid has no "${what}": its version is another.`);
