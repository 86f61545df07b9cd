/** The shapes that draw.io has for Mermaid's diagrams. */
import { describe, expect, it } from 'vitest';
import { rect } from '../../../src/geometry/plane.js';
import { SHAPES } from '../../../src/shapes/registry.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from '../libraries/libraryDrawing.js';

const outlines = (name: string, style = '', width?: number, height?: number): string[] =>
  drawShape(name, style, width, height).parts.map(({ outline }) => outline);

const labelBox = (name: string, style = '') =>
  SHAPES.get(name)?.labelBox?.(rect(0, 0, 100, 40), resolveStyle(style, false));

const pointsOf = (name: string) =>
  SHAPES.get(name)?.connectionPoints?.(rect(0, 0, 100, 40), resolveStyle('', false)) ?? [];

describe('participants of sequence diagrams', () => {
  it('keep their size at the top of a wide box', () => {
    expect(outlines('seqEntity', '', 150, 65)).toEqual(['ellipse 53 0 44 44', 'M 58.5 44 L 91.5 44']);
    expect(outlines('seqControl', '', 150, 65)[1]).toBe('ellipse 53 5.5 44 38.5');
    expect(outlines('seqActorStick', '', 150, 200)).toEqual([
      'ellipse 60 0 30 30',
      'M 75 30 L 75 50 M 57 40 L 93 40 M 75 50 L 59 65 M 75 50 L 91 65',
    ]);
  });

  it('shrink in a small one', () => {
    expect(outlines('seqEntity', '', 30, 65)[0]).toBe('ellipse 0 0 30 30');
  });

  it('have the circle of a boundary in the middle, its bar to the left', () => {
    expect(outlines('seqBoundary', '', 150, 65)).toEqual([
      'M 20.33 12.1 L 20.33 31.9',
      'M 20.33 22 L 59.93 22',
      'ellipse 53 0 44 44',
    ]);
  });

  it('stand a third as wide as the box as a database, and behind each other as a collection', () => {
    expect(outlines('seqDatabase', '', 90, 20)[0]).toMatch(/^M 30 4.84 .* L 30 25.16 .* L 60 4.84$/);
    expect(outlines('seqCollections', '', 90, 20)).toEqual(['rect 6 -6 90 20', 'rect 0 0 90 20']);
  });

  it('are heads of lifelines without a sheen of their own', () => {
    const queue = outlines('seqQueue', '', 100, 40);
    expect(outlines('umlLifeline', 'participant=seqQueue;glass=1', 100, 100)).toEqual([...queue, 'M 50 40 L 50 100']);
  });
});

describe('shapes of git graphs', () => {
  it('draw a tag with its hole in the tab', () => {
    const { parts } = drawShape('gitTag', 'tabSize=12;tabInset=6;holeSize=2;fontColor=#ff0000', 100, 40);
    expect(parts.map(({ outline }) => outline)).toEqual([
      'M 0 17 L 0 23 L 12 40 L 100 40 L 100 0 L 12 0 Z',
      'ellipse 4 18 4 4',
    ]);
    expect(parts[1]).toMatchObject({ fill: '#ff0000', stroke: '#ff0000' });
    expect(outlines('gitTag', 'holeSize=0')).toHaveLength(1);
  });

  it('keep the label off the tab', () => {
    expect(labelBox('gitTag', 'tabSize=12')).toEqual(rect(12, 0, 88, 40));
  });

  it('put a disk into a merge, cherries into a pick', () => {
    expect(drawShape('gitMergeCommit', '', 100, 40).parts[1]).toMatchObject({
      outline: 'ellipse 38 8 24 24',
      fill: '#ececff',
    });
    const cherries = drawShape('gitCherryPick', 'featureColor=#00ff00', 40, 40).parts;
    expect(cherries.map(({ outline }) => outline)).toEqual([
      'ellipse 0 0 40 40',
      'ellipse 8.5 18.5 11 11',
      'ellipse 20.5 18.5 11 11',
      'M 26 22 L 20 10',
      'M 14 22 L 20 10',
    ]);
    expect(cherries[1]).toMatchObject({ fill: '#00ff00', width: 0.1 });
    expect(cherries[3]).toMatchObject({ stroke: '#00ff00', width: 2 });
  });
});

describe('nodes of other diagrams', () => {
  it('draw a face by its mood', () => {
    const mouth = (mood: string) => drawShape('smileyFace', mood, 60, 30).parts.at(-1);
    expect(mouth('')?.outline).toMatch(/^M 37.5 17 C .* L 23.18 17 C .* Z$/);
    expect(mouth('smileyType=sad')?.outline).toMatch(/^M 22.5 22 C .* L 36.82 22 C .* Z$/);
    expect(mouth('smileyType=neutral')).toMatchObject({
      outline: 'M 25 22 L 35 22',
      fill: undefined,
      stroke: '#666666',
    });
  });

  it('keep labels off notches and spikes', () => {
    expect(labelBox('mermaidOdd')).toEqual(rect(10, 0, 90, 40));
    expect(labelBox('mindmapBang')).toEqual(rect(10, 4, 80, 32));
  });

  it('draw a head that runs to a point', () => {
    expect(outlines('ishikawaHead', '', 100, 40)).toEqual(['M 0 0 L 0 40 Q 0 0 Z']);
    expect(outlines('mermaidOdd', '', 100, 40)).toEqual(['M 0 0 L 10 20 L 0 40 L 100 40 L 100 0 Z']);
  });

  it.each([
    ['right', 'M 20 36 L 80 36 L 80 40 L 100 20 L 80 0 L 80 4 L 20 4 Z'],
    ['x', 'M 20 40 L 20 36 L 80 36 L 80 40 L 100 20 L 80 0 L 80 4 L 20 4 L 20 0 L 0 20 Z'],
    ['LEFT, up', 'M 100 40 L 0 20 L 100 0 Z'],
    ['sideways', 'M 0 40 L 100 40 L 100 0 L 0 0 Z'],
  ])('draw a block arrow to %s', (dirs, outline) => {
    expect(outlines('mermaidBlockArrow', `dirs=${dirs}`, 100, 40)).toEqual([outline]);
  });

  it('are tied to where draw.io ties lines to them', () => {
    expect(pointsOf('gitTag')).toHaveLength(16);
    expect(pointsOf('mermaidOdd')).toHaveLength(8);
    expect(pointsOf('ishikawaHead')).toHaveLength(10);
    expect(pointsOf('seqQueue')).toEqual([]);
    expect(pointsOf('umlLifeline')).toEqual([]);
    expect(pointsOf('module')).toHaveLength(15);
  });
});
