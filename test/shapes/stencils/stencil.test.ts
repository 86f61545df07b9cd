/** Stencils: how their XML is read and drawn. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NO_ASSETS } from '../../../src/assets/assets.js';
import { parseXml } from '../../../src/decode/xml.js';
import { Canvas } from '../../../src/drawing/canvas.js';
import type { Drawing } from '../../../src/drawing/scene.js';
import { rect } from '../../../src/geometry/plane.js';
import type { ShapeCell } from '../../../src/shapes/shape.js';
import { stencilShape } from '../../../src/shapes/stencils/stencil.js';
import { createStencilLookup } from '../../../src/shapes/stencils/stencilLookup.js';
import { readStencil, type StencilProgram } from '../../../src/shapes/stencils/stencilProgram.js';
import { lightSide } from '../../../src/style/color.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const BOX = rect(10, 20, 200, 100);

const cell: ShapeCell = { id: 'a', value: '', collapsed: false, children: [], image: (path) => `data:${path}` };

const program = (body: string, attributes = 'w="100" h="100"'): StencilProgram =>
  readStencil(parseXml(`<shape ${attributes}>${body}</shape>`));

function draw(stencil: StencilProgram, style = '', includes: Readonly<Record<string, StencilProgram>> = {}): Canvas {
  const canvas = new Canvas();
  canvas.setFillColor('#ffffff');
  canvas.setStrokeColor('#000000');
  stencilShape(stencil, (name) => includes[name]).draw(canvas, BOX, resolveStyle(style, false), cell);
  return canvas;
}

const drawings = (canvas: Canvas): Drawing[] => canvas.nodes.filter((node) => node.kind === 'drawing');

const SQUARE = '<foreground><rect x="0" y="0" w="100" h="100"/><fillstroke/></foreground>';

const boxOf = (stencil: StencilProgram, style?: string) => {
  const outline = drawings(draw(stencil, style))[0]?.outline;
  return outline?.kind === 'rect' ? outline.box : undefined;
};

describe('the frame', () => {
  test('is stretched over the box, or keeps its proportions in the middle', () => {
    expect(boxOf(program(SQUARE))).toEqual(rect(10, 20, 200, 100));
    expect(boxOf(program(SQUARE, 'w="100" h="100" aspect="fixed"'))).toEqual(rect(60, 20, 100, 100));
  });

  test('is 100 wide and high where the stencil does not say', () => {
    expect(boxOf(program(SQUARE, ''))).toEqual(rect(10, 20, 200, 100));
  });

  test('takes the stroke from the style with inherit, else scales its own', () => {
    const width = (attributes: string) =>
      drawings(draw(program(SQUARE, `w="50" h="50" ${attributes}`), 'strokeWidth=3;'))[0]?.stroke?.width;
    expect(width('strokewidth="inherit"')).toBe(3);
    expect(width('strokewidth="2"')).toBe(4);
    expect(width('')).toBe(2);
  });
});

describe('colours', () => {
  const fillOf = (color: string, style = '') => {
    const canvas = draw(program(`<foreground><fillcolor ${color}/><rect w="9" h="9"/><fill/></foreground>`), style);
    const paint = drawings(canvas)[0]?.fill?.paint;
    return paint?.kind === 'solid' ? lightSide(paint.color) : undefined;
  };

  test('are literal, or those of the cell', () => {
    expect(fillOf('color="#123456"')).toBe('#123456');
    expect(fillOf('color="rgb(1, 2, 3)"')).toBe('#010203');
    expect(fillOf('color="none"')).toBeUndefined();
    expect(fillOf('color="fill"')).toBe('#ffffff');
    expect(fillOf('color="stroke"')).toBe('#000000');
    expect(fillOf('color="font"', 'fontColor=#0000ff;')).toBe('#0000ff');
  });

  test('can be keys of the style with a default', () => {
    const color = 'color="fillColor2" default="#ff0000"';
    expect(fillOf(color)).toBe('#ff0000');
    expect(fillOf(color, 'fillColor2=#00ff00;')).toBe('#00ff00');
    expect(fillOf(color, 'fillColor2=default;')).toBe('#ff0000');
    expect(fillOf(color, 'fillColor2=none;')).toBeUndefined();
    expect(fillOf('color="fillColor2"')).toBeUndefined();
  });

  test('that are words of style sheets alone are keys of the style', () => {
    expect(fillOf('color="accentColor" default="#ff0000"')).toBe('#ff0000');
    expect(fillOf('color="accentColor" default="#ff0000"', 'accentColor=#00ff00;')).toBe('#00ff00');
    expect(fillOf('color="ButtonFace" default="#ff0000"')).toBe('#efefef');
  });

  test('are black and white where a key that draw.io resolves first says default', () => {
    expect(fillOf('color="strokeColor" default="#ff0000"', 'strokeColor=default;')).toBe('#000000');
    expect(fillOf('color="fillColor" default="#ff0000"')).toBe('#ffffff');
  });
});

describe('commands', () => {
  test('fillalpha and strokealpha set the whole opacity, as in draw.io', () => {
    const canvas = draw(program('<foreground><fillalpha alpha="0.5"/><rect w="9" h="9"/><fillstroke/></foreground>'));
    expect(drawings(canvas)[0]).toMatchObject({ fill: { opacity: 0.5 }, stroke: { opacity: 0.5 } });
  });

  test('dash lengths grow with the smaller scale; a pattern of no numbers is a solid line', () => {
    const dash = (pattern: string) =>
      drawings(
        draw(
          program(
            `<foreground><dashed dashed="1"/><dashpattern pattern="${pattern}"/><rect w="9" h="9"/><stroke/></foreground>`,
            'w="50" h="50" strokewidth="inherit"',
          ),
        ),
      )[0]?.stroke?.dash;
    expect(dash('3 1')).toEqual([6, 2]);
    expect(dash('none')).toEqual([]);
  });

  test('images go through the cell', () => {
    const canvas = draw(program('<foreground><image src="x.png" x="50" y="0" w="50" h="50" flipH="1"/></foreground>'));
    expect(canvas.nodes[0]).toMatchObject({ kind: 'picture', href: 'data:x.png', keepAspect: false });
  });

  test('saves without a restore end with the stencil, restores without a save do nothing', () => {
    const canvas = new Canvas();
    canvas.save();
    const shape = stencilShape(program('<foreground><restore/><restore/><save/><save/></foreground>'), () => undefined);
    shape.draw(canvas, BOX, resolveStyle('', false), cell);
    expect(canvas.depth).toBe(1);
  });

  test('unknown ones are passed over', () => {
    expect(drawings(draw(program(`<foreground><nonsense/><move x="1" y="1"/></foreground>`)))).toEqual([]);
  });

  test('numbers that are none count as zero', () => {
    expect(boxOf(program('<foreground><rect x="a" y="" w="100" h="1e999"/><fill/></foreground>'))).toEqual(
      rect(10, 20, 200, 0),
    );
  });

  test('pointerEvents=1 adds its box to the bounds, unseen', () => {
    const stencil = program('<foreground><rect x="10" y="10" w="5" h="5"/><fill/></foreground>');
    expect(draw(stencil, 'pointerEvents=1;').bounds).toEqual(BOX);
    expect(drawings(draw(stencil, 'pointerEvents=1;'))).toHaveLength(1);
  });
});

describe('included stencils', () => {
  const include = program('<foreground><include-shape name="part" x="50" y="0" w="50" h="50"/></foreground>');

  test('are drawn in their place', () => {
    expect(drawings(draw(include, '', { part: program(SQUARE) }))[0]?.outline).toMatchObject({
      box: rect(110, 20, 100, 50),
    });
  });

  test('end where they include themselves', () => {
    const loop = program(
      '<foreground><rect w="1" h="1"/><fill/><include-shape name="part" w="100" h="100"/></foreground>',
    );
    expect(drawings(draw(loop, '', { part: loop })).length).toBeLessThan(20);
  });
});

test('connection points are those of the stencil', () => {
  const points =
    '<connections><constraint x="0.5" y="0" perimeter="1" name="N"/><constraint x="1.2" y="0.5"/></connections>';
  const shape = stencilShape(program(points + SQUARE), () => undefined);
  expect(shape.connectionPoints?.(BOX, resolveStyle('', false))).toEqual([
    { x: 0.5, y: 0, perimeter: true, name: 'N' },
    { x: 1.2, y: 0.5, perimeter: false, name: undefined },
  ]);
  expect(stencilShape(program(SQUARE), () => undefined).connectionPoints).toBeUndefined();
});

describe('inline stencils', () => {
  const lookup = createStencilLookup(NO_ASSETS);
  const inline = (text: string) =>
    `stencil(${deflateRawSync(Buffer.from(encodeURIComponent(text))).toString('base64')})`;

  test('are read from the style', () => {
    expect(lookup(inline(`<shape>${SQUARE}</shape>`))).toBeDefined();
  });

  test.each(['stencil()', 'stencil(???)', 'stencil(AAAA)', inline('<shape>'), inline('no XML')])(
    '%s is unknown',
    (value) => {
      expect(lookup(value)).toBeUndefined();
    },
  );
});
