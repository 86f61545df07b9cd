import { describe, expect, it } from 'vitest';
import { drawShape } from '../libraries/libraryDrawing.js';

describe('BPMN events', () => {
  it('draws a catching event as two rings', () => {
    const { parts } = drawShape('mxgraph.bpmn.event', 'outline=catching;symbol=general', 50, 50);
    expect(parts.map((part) => part.outline)).toEqual(['ellipse 0 0 50 50', 'ellipse 2 2 46 46']);
    expect(parts[1]?.fill).toBeUndefined();
  });

  it('makes an end event three times as thick and its symbol solid', () => {
    const { parts } = drawShape('mxgraph.bpmn.event', 'outline=end;symbol=signal', 100, 100);
    expect(parts[0]).toMatchObject({ width: 3, fill: '#ffffff' });
    expect(parts[1]).toMatchObject({ outline: 'M 19 72 L 50 15 L 81 72 Z', fill: '#000000', stroke: undefined });
  });

  it('dashes a non-interrupting event but not its symbol', () => {
    const { parts } = drawShape('mxgraph.bpmn.event', 'outline=eventNonint;symbol=message', 50, 50);
    expect(parts.map((part) => part.dashed)).toEqual([true, false, false]);
  });
});

describe('BPMN gateways', () => {
  it('fills the mark of an exclusive gateway with the stroke colour', () => {
    const { parts } = drawShape('mxgraph.bpmn.gateway2', 'gwType=exclusive;strokeColor=#ff0000', 50, 50);
    expect(parts[0]?.outline).toBe('M 25 0 L 50 25 L 25 50 L 0 25 Z');
    expect(parts[1]?.fill).toBe('#ff0000');
  });

  it('puts an event into the middle', () => {
    const { parts } = drawShape('mxgraph.bpmn.gateway2', 'outline=standard', 100, 100);
    expect(parts[1]?.outline).toBe('ellipse 20 20 60 60');
  });
});

describe('BPMN tasks', () => {
  it('centres its foot markers', () => {
    const { parts, stencils } = drawShape('mxgraph.bpmn.task', 'isLoopStandard=1;isLoopSub=1', 120, 80);
    expect(stencils).toEqual(['mxgraph.bpmn.loop 47 67 12 12']);
    expect(parts.map((part) => part.outline)).toContain('rect 60 66 14 14');
  });

  it('draws a transaction with a second, inner outline', () => {
    const { parts } = drawShape('mxgraph.bpmn.task', 'bpmnShapeType=transaction', 100, 80);
    expect(parts[1]?.outline).toBe('M 0 0 L 100 0 L 100 80 L 0 80 Z M 3 77 L 97 77 L 97 3 L 3 3 Z');
  });

  it('keeps the markers of task2 clear of a thick call activity', () => {
    const { parts } = drawShape('mxgraph.bpmn.task2', 'bpmnShapeType=call;strokeWidth=2;isLoopSub=1', 120, 80);
    expect(parts[1]?.width).toBe(8);
    expect(parts[2]).toMatchObject({ outline: 'rect 53 62 14 14', width: 1 });
  });
});
