import { describe, expect, it } from 'vitest';
import { Canvas } from '../../../src/drawing/canvas.js';
import type { TextSetter } from '../../../src/drawing/textBlock.js';
import { rect } from '../../../src/geometry/plane.js';
import { SHAPES } from '../../../src/shapes/registry.js';
import { resolveStyle } from '../../../src/style/resolve.js';
import { drawShape } from './libraryDrawing.js';

const outlines = (name: string, style: string, width?: number, height?: number): readonly string[] =>
  drawShape(name, style, width, height).parts.map((part) => part.outline);

/** The texts that a shape draws itself, with the places of their anchors. */
function texts(name: string, style: string, width: number, height: number): readonly string[] {
  const found: string[] = [];
  const setText: TextSetter = ({ text, x, y }) => {
    found.push(`${text} ${x} ${y}`);
    return { block: { lines: [], width: 0, height: 0 } as never, dx: 0, dy: 0 };
  };
  const cell = { id: 'c', value: '', collapsed: false, children: [], image: () => undefined };
  SHAPES.get(name)?.draw(new Canvas({ setText }), rect(0, 0, width, height), resolveStyle(style, false), cell);
  return found;
}

describe('electrical switches', () => {
  it('draws the arm of the state, and the closed one without a state', () => {
    const arm = (style: string): string | undefined =>
      outlines('mxgraph.electrical.electro-mechanical.singleSwitch', style, 100, 20)[0];
    expect(arm('elSwitchState=off')).toBe('M 0 16 L 20 16 M 80 16 L 100 16 M 28 15 L 76 0');
    expect(arm('')).toBe(arm('elSwitchState=on'));
  });

  it('points a selector at its position', () => {
    const last = outlines('mxgraph.electrical.electro-mechanical.selectorSwitch3Position2', 'elSwitchState=2').at(-1);
    expect(last).toBe('M 59 44 L 67 50 L 59 56 Z');
  });
});

describe('logic gates', () => {
  it('gives a gate as many inputs as the style says', () => {
    const [leads] = outlines('mxgraph.electrical.logic_gates.logic_gate', 'operation=and;numInputs=3', 100, 60);
    expect(leads).toBe('M 80 30 L 100 30 M 0 10 L 20 10 M 0 30 L 20 30 M 0 50 L 20 50');
  });

  it('adds a circle to a negating gate, and an arc to an exclusive one', () => {
    expect(outlines('mxgraph.electrical.logic_gates.logic_gate', 'operation=and', 100, 60)).toHaveLength(2);
    expect(outlines('mxgraph.electrical.logic_gates.logic_gate', 'operation=xor;negating=1', 100, 60)).toHaveLength(4);
  });
});

describe('chips', () => {
  it('numbers the pins of a dual in-line chip counter-clockwise from startPin', () => {
    const captions = texts('mxgraph.electrical.logic_gates.dual_inline_ic', 'startPin=n;pinSpacing=20', 100, 40);
    expect(captions).toEqual(['1 20 10', '4 80 10', '2 20 30', '3 80 30']);
  });

  it('names pins by labelNames', () => {
    const style = 'startPin=n;pinSpacing=20;pinLabelType=cust;labelNames=a,b';
    expect(texts('mxgraph.electrical.logic_gates.dual_inline_ic', style, 100, 20)).toEqual(['a 20 10', 'b 80 10']);
  });

  it('gives a multiplexer two inputs for every selector pin', () => {
    const captions = texts('mxgraph.electrical.abstract.mux2', 'operation=mux;selectorPins=2', 100, 116);
    expect(captions.map((caption) => caption.split(' ')[0])).toEqual(['0', '1', '2', '3', 'S1', 'S0']);
  });
});
