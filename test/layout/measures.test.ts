/** What %width%, %height%, %length% and %filename% show, held against what draw.io 30.2.7 shows of the same diagram. */
import { describe, expect, it } from 'vitest';
import { render } from '../../src/index.js';
import { goldenSource } from '../golden/files.js';

/** The text of each cell's label, its lines joined by blanks. */
function labels(svg: string): Record<string, string> {
  const found: Record<string, string[]> = {};
  let cell = '';
  for (const [, id, text] of svg.matchAll(/data-cell-id="([^"]*)"|<text[^>]*>([^<]*)<\/text>/g)) {
    if (id !== undefined) cell = id;
    else if (text !== undefined) found[cell] = [...(found[cell] ?? []), text.trim()];
  }
  return Object.fromEntries(Object.entries(found).map(([id, lines]) => [id, lines.join(' ')]));
}

const DRAWIO = {
  // In px, mm, in, m, and in units that draw.io doesn't know, which are px.
  a: '260 66.04 2.6 0.066 260 260 260 260 66.04 2.6 0.066 260 260 %widthx',
  b: '60.25 15.3 0.6 0.015 60 60 60 15.3 60 60',
  // Turned, pointing north, groups and what is in them.
  c: '120.7x50.3 rot',
  d: '120x50 north',
  g: '200x120 grp',
  h: '90x60 %length% in',
  k: '90 abs',
  n: '-40|-20',
  w: '100 40 %length%',
  // Straight, with waypoints, curved, rounded, with jumps, routed, and drawn by shapes; labels on them.
  e1: '300 76.2 3 0.076 300 300 %width% %height:mm%',
  e2: '373',
  e2l: '373 94.74',
  e3: '361 curved',
  e3l: '0 3.61',
  e4: '328 rounded',
  e5: '300 jump',
  e6: '82 x',
  e7: '111.76 ortho',
  e8: '60 loop',
  e9: '249',
  e10: '185 flex',
  e11: '182 link',
};

describe('measures in labels', () => {
  it('are those of draw.io', () => {
    expect(labels(render(goldenSource('page/measures')))).toMatchObject(DRAWIO);
  });

  it("don't depend on the scale of the page", () => {
    const source = String(goldenSource('page/measures')).replace(
      '<mxGraphModel',
      '<mxGraphModel pageScale="2" page="1"',
    );
    expect(labels(render(source))).toMatchObject(DRAWIO);
  });

  it('name the file where it is known, and stay as they are where it is not', () => {
    const texts = labels(render(goldenSource('page/measures'), { fileName: 'plan.drawio' }));
    expect(texts).toMatchObject({ f: 'plan.drawio %filename', f2: 'own.x', e12: '0|e12|plan.drawio' });
    expect(labels(render(goldenSource('page/measures')))).toMatchObject({ f: '%filename% %filename', f2: 'own.x' });
  });
});
