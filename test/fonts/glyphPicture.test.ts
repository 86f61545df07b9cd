/** Glyphs painted by calls: which shapes, gradients, clips and groups the picture has. */
import { describe, expect, it } from 'vitest';
import { GlyphPicture } from '../../src/fonts/glyphPicture.js';

const RED = { color: '#ff0000', opacity: 1 };
const STOPS = [
  { offset: 0.25, color: '#000000', opacity: 1 },
  { offset: 0.75, color: '#ffffff', opacity: 0.5 },
];
const LINE = { stops: STOPS, spread: 'pad' } as const;

function picture(paint: (into: GlyphPicture) => void): string {
  const into = new GlyphPicture('M0 0H9V9H0Z');
  paint(into);
  return into.markup;
}

describe('a shape', () => {
  it('is what the clip leaves of its paint', () => {
    expect(
      picture((into) => {
        into.transform([1, 0, 0, 1, 5, 6]);
        into.clip('M1 1Z');
        into.solid(RED);
        into.end();
        into.end();
      }),
    ).toBe('<g transform="matrix(1 0 0 1 5 6)"><path d="M1 1Z" fill="#ff0000"/></g>');
  });

  it('is the whole picture where nothing clips it', () => {
    expect(picture((into) => into.solid({ ...RED, opacity: 0.5 }))).toBe(
      '<path d="M0 0H9V9H0Z" fill="#ff0000" fill-opacity="0.5"/>',
    );
  });

  it('is clipped by all clips around it', () => {
    expect(
      picture((into) => {
        into.clip('M1 1Z');
        into.clip('M2 2Z');
        into.solid(RED);
        into.end();
        into.end();
      }),
    ).toBe(
      '<defs><clipPath id="p0"><path d="M1 1Z"/></clipPath></defs>' +
        '<g clip-path="url(#p0)"><path d="M2 2Z" fill="#ff0000"/></g>',
    );
  });

  it('of which nothing is painted is none', () => {
    expect(
      picture((into) => {
        into.clip('M1 1Z');
        into.end();
      }),
    ).toBe('');
  });
});

describe('a gradient', () => {
  it('runs between its outer stops, and is moved by the transforms inside of the shape', () => {
    const markup = picture((into) => {
      into.clip('M1 1Z');
      into.transform([2, 0, 0, 2, 0, 0]);
      into.linear(LINE, [0, 0, 100, 0, 0, 100]);
      into.end();
      into.end();
    });
    expect(markup).toContain('x1="25" y1="0" x2="75" y2="0" gradientTransform="matrix(2 0 0 2 0 0)"');
    expect(markup).toContain('<stop offset="1" stop-color="#ffffff" stop-opacity="0.5"/>');
    expect(markup).toContain('<path d="M1 1Z" fill="url(#p0)"/>');
  });

  it('runs at right angles to the line that turns it', () => {
    const stops = STOPS.map((stop, offset) => ({ ...stop, offset }));
    const markup = picture((into) => into.linear({ stops, spread: 'reflect' }, [0, 0, 100, 100, 0, 50]));
    expect(markup).toContain('x1="0" y1="0" x2="100" y2="0" spreadMethod="reflect"');
  });

  it('runs from circle to circle', () => {
    const markup = picture((into) => into.radial(LINE, [0, 0, 0, 100, 0, 100]));
    expect(markup).toContain('cx="75" cy="0" r="75" fx="25" fy="0" fr="25"');
  });
});

describe('a group', () => {
  const grouped = (mode: number): string =>
    picture((into) => {
      into.beginGroup();
      into.solid(RED);
      into.beginGroup();
      into.clip('M1 1Z');
      into.solid(RED);
      into.end();
      into.endGroup(mode);
      into.endGroup(3);
    });

  it('is laid over what it covers, or blended with it', () => {
    expect(grouped(3)).toMatch(
      /^<g style="isolation:isolate"><path [^>]+><g style="isolation:isolate"><path [^>]+><\/g><\/g>$/,
    );
    expect(grouped(23)).toContain('<g style="mix-blend-mode:multiply"><path d="M1 1Z"');
  });

  it('is cut to what it covers, or the other way round', () => {
    const shape = (markup: string): string => /<mask[^>]*><path d="([^"]+)"/.exec(markup)?.[1] ?? '';
    expect(shape(grouped(5))).toBe('M0 0H9V9H0Z');
    expect(shape(grouped(6))).toBe('M1 1Z');
    expect(grouped(5)).toContain('<g mask="url(#p0)"><path d="M1 1Z"');
  });
});
