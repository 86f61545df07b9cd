/** Style keys that draw.io 30 added to older shapes: footers, centres, sheens, titles that count, label boxes, colours. */
import { describe, expect, it } from 'vitest';
import { rect } from '../../src/geometry/plane.js';
import { render } from '../../src/index.js';
import { SHAPES } from '../../src/shapes/registry.js';
import { resolveStyle } from '../../src/style/resolve.js';
import { drawShape } from './libraries/libraryDrawing.js';

const BOX = rect(0, 0, 200, 100);

const labelBox = (name: string, style: string, box = BOX) =>
  SHAPES.get(name)?.labelBox?.(box, resolveStyle(style, false));

describe('footers of rectangles', () => {
  it('are bands in the colour of the stroke or of their own', () => {
    const footer = (style: string) => drawShape('rectangle', `footerSize=20;strokeColor=#ff0000;${style}`).parts[1];
    const band = { outline: 'M 0 80 L 0 100 L 100 100 L 100 80 Z', fill: '#ff0000', stroke: '#ff0000' };
    expect(footer('')).toMatchObject(band);
    expect(footer('footerColor=none')).toMatchObject(band);
    expect(footer('footerColor=#00ff00')).toMatchObject({ fill: '#00ff00', stroke: '#00ff00' });
    expect(footer('footerSize=0')).toBeUndefined();
    expect(drawShape('rectangle', 'footerSize=20;strokeColor=none').parts).toHaveLength(1);
  });

  it('have rounded corners, and begin inside them where they are low', () => {
    const footer = (size: number) =>
      drawShape('rectangle', `rounded=1;arcSize=20;footerSize=${size}`).parts[1]?.outline;
    expect(footer(30)).toBe('M 0 70 L 0 80 Q 20 100 L 80 100 Q 100 80 L 100 70 Z');
    expect(footer(5)).toBe('M 5 95 Q 20 100 L 80 100 Q 95 95 Z');
  });

  it('keep labels above them, at most all of the box', () => {
    expect(labelBox('rectangle', 'footerSize=30')).toEqual(rect(0, 0, 200, 70));
    expect(labelBox('rectangle', 'footerSize=300')).toEqual(rect(0, 0, 200, 0));
    for (const name of ['label', 'plus', 'internalStorage', 'associativeEntity', 'image']) {
      expect(labelBox(name, 'footerSize=30')).toEqual(rect(0, 0, 200, 70));
    }
  });

  it('colour what internal storages draw after them', () => {
    const { parts } = drawShape('internalStorage', 'footerSize=20;footerColor=#00ff00');
    expect(parts[2]).toMatchObject({ outline: 'M 0 20 L 100 20', stroke: '#00ff00' });
  });
});

describe('footers of swimlanes', () => {
  const footer = (style: string) => drawShape('swimlane', `startSize=30;footerSize=20;${style}`, 100, 80).parts[3];

  it('lie at the end of the body, in the colours of the title', () => {
    const style = 'fillColor=#dae8fc;strokeColor=#0000ff;footerColor=#ff0000;swimlaneFillColor=#ffffcc';
    expect(footer(style)).toMatchObject({
      outline: 'M 0 60 L 0 80 L 100 80 L 100 60 Z',
      fill: '#dae8fc',
      stroke: '#0000ff',
    });
    expect(footer('horizontal=0')?.outline).toBe('M 80 0 L 100 0 L 100 80 L 80 80 Z');
  });

  it('are outlined where nothing is filled, and never reach into the title', () => {
    expect(footer('fillColor=none')).toMatchObject({ fill: undefined, stroke: '#000000' });
    expect(footer('footerSize=500')?.outline).toBe('M 0 30 L 0 80 L 100 80 L 100 30 Z');
  });
});

describe('titles without extent', () => {
  it('count for swimlanes, and for tables with fixedHeader=1', () => {
    const parts = (name: string, style: string) => drawShape(name, `startSize=0;${style}`).parts.length;
    expect(parts('swimlane', '')).toBe(2);
    expect(parts('swimlane', 'fixedHeader=0')).toBe(0);
    expect(drawShape('table', 'startSize=0;fixedHeader=1').parts[0]?.outline).toBe('M 0 0 L 0 0 L 100 0 L 100 0');
    expect(drawShape('table', 'startSize=0').parts[0]?.outline).toBe('rect 0 0 100 100');
  });

  it('leave labels no room where they count', () => {
    expect(labelBox('swimlane', 'startSize=0')).toEqual(rect(0, 0, 200, 0));
    expect(labelBox('swimlane', 'startSize=0;fixedHeader=0')).toEqual(BOX);
    expect(labelBox('tableRow', 'startSize=0')).toEqual(BOX);
    expect(labelBox('tableRow', 'startSize=0;fixedHeader=1')).toEqual(rect(0, 0, 200, 0));
  });
});

describe('centres of ellipses', () => {
  const center = (style: string) =>
    drawShape('ellipse', `centerRadius=20;strokeColor=#ff0000;${style}`, 120, 80).parts[1];

  it('are discs in the colour of the stroke or of their own, without an outline', () => {
    expect(center('')).toMatchObject({ outline: 'ellipse 40 20 40 40', fill: '#ff0000', stroke: undefined });
    expect(center('centerColor=#00ff00')).toMatchObject({ fill: '#00ff00', stroke: undefined });
    expect(center('centerColor=#00ff00;centerStroke=1')).toMatchObject({ fill: '#00ff00', stroke: '#ff0000' });
    expect(drawShape('ellipse', 'centerRadius=20;strokeColor=none').parts).toHaveLength(1);
  });

  it('stay within the ellipse, and are drawn below the lines of those that are crossed', () => {
    expect(center('centerRadius=500')?.outline).toBe('ellipse 20 0 80 80');
    expect(drawShape('orEllipse', 'centerRadius=10').parts.map(({ outline }) => outline)).toEqual([
      'ellipse 0 0 100 100',
      'ellipse 40 40 20 20',
      'M 0 50 L 100 50',
      'M 50 0 L 50 100',
    ]);
  });
});

describe('the sheen', () => {
  it('covers the upper half of ellipses, the outer half of their stroke too', () => {
    const [, sheen] = drawShape('ellipse', 'glass=1;fillColor=#0000ff;strokeWidth=3').parts;
    expect(sheen).toMatchObject({ outline: 'M -2 50 C 50 -2 C 102 50 Q -2 50 Z', fill: '#ffffff-#ffffff' });
    expect(drawShape('ellipse', 'glass=1;fillColor=none').parts).toHaveLength(1);
  });

  it('covers the upper half of rhombuses, once where they are doubled', () => {
    expect(drawShape('rhombus', 'glass=1;double=1;fillColor=#0000ff').parts[2]?.outline).toBe(
      'M 0 50 L 50 0 L 100 50 Q 0 50 Z',
    );
  });
});

describe('label boxes', () => {
  it('of processes keep the fixed size at both sides', () => {
    expect(labelBox('process', 'fixedSize=1;size=25')).toEqual(rect(25, 0, 150, 100));
    expect(labelBox('process', 'fixedSize=1;size=900')).toEqual(rect(200, 0, -200, 100));
    // Rounded corners count for the fraction only.
    expect(labelBox('process', 'fixedSize=1;size=5;rounded=1;arcSize=30')).toEqual(rect(5, 0, 190, 100));
    expect(labelBox('process', 'size=0.05;rounded=1;arcSize=30')).toEqual(rect(30, 0, 140, 100));
  });

  it('of manual inputs stand below their slope, turned with it', () => {
    expect(labelBox('manualInput', 'size=30')).toEqual(BOX);
    expect(labelBox('manualInput', 'boundedLbl=1;size=30')).toEqual(rect(0, 30, 200, 70));
    expect(labelBox('manualInput', 'boundedLbl=1;size=30;direction=south')).toEqual(rect(0, 0, 170, 100));
  });

  it('of what draw.io derives from the cylinder keep a lid free', () => {
    for (const name of ['cylinder', 'message', 'module', 'component', 'isoCube', 'waypoint', 'note']) {
      expect(labelBox(name, 'boundedLbl=1')).toEqual(rect(0, 30, 200, 70));
      expect(labelBox(name, '')).toEqual(BOX);
    }
  });

  it('of layered rectangles leave out the layers below', () => {
    expect(labelBox('mxgraph.basic.layered_rect', 'boundedLbl=1;dx=20')).toEqual(rect(0, 0, 180, 80));
    expect(labelBox('mxgraph.basic.layered_rect', 'boundedLbl=1;dx=900')).toEqual(rect(0, 0, 150, 50));
  });
});

describe('filled cells of tables', () => {
  const cell = (id: string, parent: string, style: string, geometry: string) =>
    `<mxCell id="${id}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${geometry} as="geometry"/></mxCell>`;
  const grid = (tableStyle: string) => {
    const rows = [0, 1].map(
      (row) =>
        cell(
          `r${row}`,
          't',
          'shape=tableRow;startSize=0;fillColor=none;strokeColor=none',
          `y="${40 * row}" width="80" height="40"`,
        ) +
        [0, 1]
          .map((column) =>
            cell(
              `c${row}${column}`,
              `r${row}`,
              'shape=partialRectangle;top=0;left=0;bottom=0;right=0;fillColor=#ffcccc;strokeColor=#0000ff;strokeWidth=2;dashed=1',
              `x="${40 * column}" width="40" height="40"`,
            ),
          )
          .join(''),
    );
    const table = cell(
      't',
      '1',
      `shape=table;childLayout=tableLayout;startSize=0;${tableStyle}`,
      'width="80" height="80"',
    );
    return `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${table}${rows.join('')}</root></mxGraphModel>`;
  };
  const linesOf = (source: string, id: string): string[] => {
    const group = render(source).split(`data-cell-id="${id}"`)[1]?.split('data-cell-id')[0] ?? '';
    return [...group.matchAll(/<path d="([^"]*)"[^>]*stroke="#0000ff"(?![^>]*dasharray)/g)].map(
      (match) => match[1] ?? '',
    );
  };

  it('draw the lines of the grid again that their fill would half hide, never dashed', () => {
    expect(linesOf(grid(''), 'c00')).toEqual(['M 0 40 L 40 40', 'M 40 0 L 40 40']);
    expect(linesOf(grid(''), 'c11')).toEqual(['M 40 40 L 80 40', 'M 40 40 L 40 80']);
  });

  it('leave out those that the table leaves out', () => {
    expect(linesOf(grid('rowLines=0'), 'c00')).toEqual(['M 40 0 L 40 40']);
    expect(linesOf(grid('columnLines=0'), 'c00')).toEqual(['M 0 40 L 40 40']);
  });
});

describe('colours of library shapes', () => {
  it('may be set part by part', () => {
    const fills = (name: string, style: string) => drawShape(name, style).parts.map(({ fill }) => fill);
    expect(fills('mxgraph.eip.messageChannel', 'channelColor1=#112233;channelColor2=#445566')).toEqual([
      '#112233-#445566',
      '#112233',
    ]);
    expect(fills('mxgraph.ios7ui.icon', 'fillColor2=#112233')).toEqual(['#112233-#0080f0']);
    expect(fills('mxgraph.gmdl.player', 'progressColor=#112233;iconColor=#445566').slice(1)).toEqual([
      '#112233',
      '#445566',
      '#445566',
    ]);
    expect(fills('mxgraph.rackGeneral.neatPatch', 'bodyColor=#112233')[0]).toBe('#112233');
    expect(fills('mxgraph.rackGeneral.neatPatch2U', 'bodyColor=#112233')[0]).toBe('#666666');
  });

  it('darken a spinner by factors', () => {
    expect(
      drawShape('mxgraph.android.indeterminateSpinner', 'spinnerColor=#3de8fc').parts.map(({ fill }) => fill),
    ).toEqual(['#289ba8-#35c9db', '#3de8fc-#35c9db']);
  });

  it('outline AWS 3D solids', () => {
    const strokes = (style: string) => new Set(drawShape('mxgraph.aws3d.ami', style).parts.map(({ stroke }) => stroke));
    expect(strokes('strokeColor=none')).toContain('#292929');
    expect(strokes('strokeColor=none;strokeColor2=#ff0000')).toContain('#ff0000');
  });

  it('shade the body of a phone, whose corners are sharper where it is small', () => {
    const body = (style: string, width: number) => drawShape('mxgraph.ios.iPhone', style, width, 200).parts.slice(0, 3);
    expect(body('bodyColor=#eeeeee', 120).map(({ fill }) => fill)).toEqual([
      '#eeeeee',
      '#ffffff-#ffffff',
      '#000000-#000000',
    ]);
  });

  it('are read as whole colours where a list of them holds commas', () => {
    const { parts } = drawShape('mxgraph.mockup.graphics.pieChart', 'parts=10,20;partColors=rgb(1,2,3),#445566');
    expect(parts.slice(1).map(({ fill }) => fill)).toEqual(['#010203', '#445566']);
  });
});
