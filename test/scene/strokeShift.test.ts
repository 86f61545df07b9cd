/** Shapes with an odd stroke stand half a pixel further, so that their lines are crisp; nothing else does. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/index.js';

const PIXEL =
  'data:image/png,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const cell = (style: string): string =>
  render(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="v" style="${style}" vertex="1" parent="1"><mxGeometry x="10" y="20" width="60" height="40" as="geometry"/></mxCell>
  </root></mxGraphModel>`);

const start = (svg: string): readonly number[] => {
  const found = /<(?:rect|image) [^>]*?x="([\d.]+)" y="([\d.]+)"/.exec(svg);
  return found ? [Number(found[1]), Number(found[2])] : [];
};

describe('a shape', () => {
  it.each([
    ['0.4', 10.5],
    ['1', 10.5],
    ['1.4', 10.5],
    ['1.5', 10],
    ['2', 10],
    ['3', 10.5],
    ['4.6', 10.5],
  ])('with a stroke of %s px begins at x = %d', (strokeWidth, x) => {
    expect(start(cell(`strokeWidth=${strokeWidth};`))).toEqual([x, x + 10]);
  });

  it('moves without a stroke colour too', () => {
    expect(start(cell('strokeColor=none;'))).toEqual([10.5, 20.5]);
  });

  it('moves as it is turned: across and down the page', () => {
    expect(cell('rotation=90;')).toContain('transform="matrix(0 1 -1 0 80.5 0.5)"');
  });

  it('takes the pattern of its fill with it', () => {
    const svg = cell('fillColor=#ff0000;fillStyle=hatch;');
    expect(start(svg)).toEqual([10, 20]);
    expect(svg).toContain('transform="translate(0.5 0.5)"');
  });
});

describe('a stencil', () => {
  const drawn = (width: string, strokeWidth: number): readonly number[] => {
    const xml = `<shape name="s" w="60" h="40" ${width}><background><rect x="0" y="0" w="60" h="40"/></background><foreground><fillstroke/></foreground></shape>`;
    const packed = deflateRawSync(encodeURIComponent(xml)).toString('base64');
    return start(cell(`strokeWidth=${strokeWidth};shape=stencil(${packed});`));
  };

  it('goes by its own width of strokes, 1 where it has none', () => {
    expect(drawn('strokewidth="2"', 1)).toEqual([10, 20]);
    expect(drawn('strokewidth="3"', 2)).toEqual([10.5, 20.5]);
    expect(drawn('', 2)).toEqual([10.5, 20.5]);
  });

  it('goes by the cell’s where it inherits it', () => {
    expect(drawn('strokewidth="inherit"', 2)).toEqual([10, 20]);
    expect(drawn('strokewidth="inherit"', 1)).toEqual([10.5, 20.5]);
  });
});

describe('an image', () => {
  it('stays where it is', () => {
    expect(start(cell(`shape=image;image=${PIXEL};`))).toEqual([10, 20]);
  });

  it('moves inside a shape that draws it', () => {
    expect(cell(`shape=label;imageWidth=20;imageHeight=20;image=${PIXEL};`)).toMatch(
      /<image [^>]*transform="translate\(0\.5 0\.5\)"/,
    );
  });
});
