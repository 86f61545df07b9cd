/** Flow animation of edges: dashes and pace, as draw.io 30's export writes them. */
import { describe, expect, it } from 'vitest';
import { render } from '../../src/index.js';

const edge = (style: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="e" style="flowAnimation=1;rounded=0;${style}" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="100" y="60" as="targetPoint"/></mxGeometry></mxCell></root></mxGraphModel>`;

/** The dashes and the animation of every path drawn. */
function paths(style: string, animate = true): readonly string[] {
  const picture = render(edge(style), { animate });
  return [...picture.matchAll(/<path [^>]*>/g)].map(([path]) => {
    const dashes = /stroke-dasharray="([^"]*)"/.exec(path)?.[1] ?? 'solid';
    const animation = /animation:flow ([^"]*)"/.exec(path)?.[1];
    const offset = /stroke-dashoffset:([\d.]+)/.exec(path)?.[1];
    return animation === undefined ? dashes : `${dashes}, ${animation} from ${offset}`;
  });
}

describe('a flow animation', () => {
  it('moves dashes of eight pixels twice a second, and leaves markers alone', () => {
    expect(paths('')).toEqual(['8, 500ms linear infinite normal from 16', 'solid']);
  });

  it.each([
    ['dashed=1', '3 3, 188ms linear infinite normal from 6'],
    ['dashed=1;dashPattern=3 5;strokeWidth=3', '9 15, 750ms linear infinite normal from 24'],
    ['dashPattern=4 2 1;strokeWidth=2', '8 4 2, 875ms linear infinite normal from 28'],
    ['dashed=1;fixDash=1;dashPattern=3 5;strokeWidth=3', '3 5, 250ms linear infinite normal from 8'],
  ])('takes the dashes of %s', (style, line) => {
    expect(paths(style)[0]).toBe(line);
  });

  it('takes pace and direction from the style', () => {
    const style = 'flowAnimationDuration=1000;flowAnimationTimingFunction=ease-in;flowAnimationDirection=reverse';
    expect(paths(style)[0]).toBe('8, 1000ms ease-in infinite reverse from 16');
  });

  it.each(['flowAnimationTimingFunction=x}</style>', 'flowAnimationDirection=back', 'flowAnimationDuration=soon'])(
    'stands still with %s, which is no CSS',
    (style) => {
      expect(paths(style)[0]).toBe('8');
    },
  );

  it.each([
    ['shape=filledEdge;strokeWidth=10;fillColor=#ff0000;endArrow=none', ['8', 'solid']],
    ['shape=pipe;fillColor=#ff0000;endArrow=none', ['solid', '8']],
    ['shape=pipe;fillColor=#ff0000', ['solid', '8', 'solid', 'solid']],
    ['shape=wire;dashed=1;fillColor=#ff0000;endArrow=none', ['8', '3 3']],
    ['shape=flexArrow', ['8']],
  ])('moves one line of %s', (style, dashes) => {
    expect(paths(style, false)).toEqual(dashes);
  });

  it('shows in a still picture as its dashes', () => {
    expect(render(edge(''), {})).not.toContain('animation');
    expect(paths('', false)).toEqual(['8', 'solid']);
  });

  it('does nothing where rough lines are drawn', () => {
    expect(paths('sketch=1').filter((path) => path !== 'solid')).toEqual([]);
  });
});
