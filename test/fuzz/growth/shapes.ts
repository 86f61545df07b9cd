/** Patterns of growth: shapes, what they are filled with, and stencils in styles. */
import { compressPage } from '../../decode/samples.js';
import { cellPattern, type GrowthPattern, grid, labelPattern, model, type Output, series, vertex } from './pattern.js';

const boxes = (
  name: string,
  style: (i: number, n: number) => string,
  output: Output = 'svg',
  from = 100,
): GrowthPattern =>
  cellPattern(name, from, (n, mark) => grid(n, (i, place) => vertex(mark, style(i, n), place)), output);

const stencil = (xml: string): string => `shape=stencil(${compressPage(xml)});`;
const path = (n: number): string => series(n, (i) => `<line x="${i % 100}" y="${(i * 7) % 100}"/>`);
const program = (operations: string, mark: string): string =>
  `<shape name="${mark}" w="100" h="100"><foreground>${operations}</foreground></shape>`;

export const SHAPES: readonly GrowthPattern[] = [
  boxes('hand-drawn shapes', () => 'sketch=1;fillColor=#eee;'),
  boxes('hand-drawn shapes, hatched', () => 'sketch=1;fillStyle=cross-hatch;fillColor=red;', 'svg', 20),
  boxes('comic shapes', () => 'comic=1;'),
  boxes(
    'gradients',
    (i) =>
      `fillColor=#${(i + 4096).toString(16).padStart(6, '0')};gradientColor=#ffffff;gradientDirection=${['north', 'east', 'radial'][i % 3]};`,
  ),
  boxes(
    'gradients of a PDF',
    (i) => `fillColor=#${(i + 4096).toString(16).padStart(6, '0')};gradientColor=#ffffff;`,
    'pdf',
  ),
  boxes(
    'gradients of a PNG',
    (i) => `fillColor=#${(i + 4096).toString(16).padStart(6, '0')};gradientColor=#ffffff;`,
    'png',
  ),
  boxes(
    'gradients on a page light and dark',
    (i) => `fillColor=#${(i + 4096).toString(16).padStart(6, '0')};gradientColor=#ffffff;`,
    'auto',
  ),
  boxes(
    'hatched fills',
    (i) => `fillStyle=${['hatch', 'dots', 'zigzag'][i % 3]};fillColor=#${(i + 4096).toString(16).padStart(6, '0')};`,
  ),
  boxes(
    'hatched fills of a PDF',
    (i) => `fillStyle=${['hatch', 'dots', 'zigzag'][i % 3]};fillColor=#${(i + 4096).toString(16).padStart(6, '0')};`,
    'pdf',
  ),
  boxes('shadows', (i) => `shadow=1;shadowBlur=${i % 9};shadowColor=#${100 + (i % 899)};`),
  boxes('shadows of a PDF', () => 'shadow=1;', 'pdf'),
  boxes('glass and opacity', (i) => `glass=1;opacity=${i % 100};rounded=1;`),
  boxes('rotated and flipped shapes', (i) => `rotation=${i};flipH=1;shape=step;`),
  boxes(
    'bundled stencils',
    (i) =>
      `shape=mxgraph.${['cisco.routers.router', 'aws4.resourceIcon;resIcon=mxgraph.aws4.lambda', 'bpmn.task'][i % 3]};`,
  ),
  boxes('shapes that there are not', (i) => `shape=mxgraph.nosuch.shape${i};`),
  cellPattern('a polygon of many corners', 500, (n, mark) =>
    vertex(mark, `shape=mxgraph.basic.polygon;polyCoords=[${series(n, (k) => `[${(k % 9) / 9},${k / n}],`)}[0,1]];`),
  ),
  cellPattern('connection points of a shape', 500, (n, mark) =>
    vertex(mark, `points=[${series(n, (k) => `[${k / n},0],`)}[0,1]];`),
  ),
  cellPattern(
    'lines of a shape that repeats',
    500,
    (n, mark) =>
      vertex(mark, 'shape=mxgraph.basic.star;', { width: n, height: n }) +
      vertex('', 'shape=mxgraph.networks.bus;', { width: n }),
  ),
  cellPattern('a stencil in a style of a long path', 500, (n, mark) =>
    vertex('', stencil(program(`<path><move x="0" y="0"/>${path(n)}</path><fillstroke/>`, mark))),
  ),
  cellPattern('a stencil in a style of many paths', 200, (n, mark) =>
    vertex(
      '',
      stencil(
        program(
          series(
            n,
            (i) => `<path><move x="0" y="0"/>${path(3)}</path><fillcolor color="#${100 + (i % 899)}"/><fillstroke/>`,
          ),
          mark,
        ),
      ),
    ),
  ),
  cellPattern('a stencil of many saves and texts', 200, (n, mark) =>
    vertex('', stencil(program('<save/><alpha alpha="0.9"/><text str="a" x="9" y="9"/>'.repeat(n), mark))),
  ),
  cellPattern('different stencils in styles', 50, (n, mark) =>
    grid(n, (i, place) =>
      vertex('', stencil(program(`<path><move x="${i}" y="0"/>${path(9)}</path><stroke/>`, mark)), place),
    ),
  ),
  cellPattern('one stencil in many styles', 100, (n, mark) => {
    const style = stencil(program(`<path><move x="0" y="0"/>${path(9)}</path><stroke/>`, mark));
    return grid(n, (_, place) => vertex('', style, place));
  }),
  cellPattern('a stencil with many connection points', 500, (n, mark) =>
    vertex(
      '',
      stencil(
        `<shape name="${mark}" w="9" h="9"><connections>${series(n, (i) => `<constraint x="${i / n}" y="0" perimeter="1"/>`)}</connections><foreground><rect x="0" y="0" w="9" h="9"/><stroke/></foreground></shape>`,
      ),
    ),
  ),
  labelPattern(
    'words in an ellipse',
    300,
    (n, mark) => `${mark} words `.repeat(n),
    'ellipse;shapeInside=1;html=1;whiteSpace=wrap;',
  ),
  labelPattern(
    'words in a star',
    300,
    (n, mark) => `${mark} words `.repeat(n),
    'shape=mxgraph.basic.star;shapeInside=1;html=1;whiteSpace=wrap;',
  ),
  {
    name: 'words in a polygon of many corners',
    output: 'svg',
    from: 100,
    source: (n, mark) =>
      model(
        vertex(
          `${mark} words `.repeat(n),
          `shape=mxgraph.basic.polygon;shapeInside=1;html=1;whiteSpace=wrap;polyCoords=[${series(n, (k) => `[${(k % 9) / 40},${k / n}],`)}[0,1],[1,1],[1,0]];`,
          { width: 200, height: n * 10 },
        ),
      ),
  },
  labelPattern(
    'words along a curve',
    300,
    (n, mark) => `${mark} words `.repeat(n),
    'shape=mxgraph.infographic.banner;curvedText=1;html=1;',
  ),
];
