/** Words in place of colours: which cell's colours they stand for. */
import { describe, expect, it } from 'vitest';
import { resolveStyle } from '../../src/style/resolve.js';

const parent = resolveStyle('fillColor=#00aaff;strokeColor=#00aa00', false);
const group = resolveStyle('group', false);

describe('fillColor and strokeColor as colours', () => {
  it('name those of the parent, never those of the cell', () => {
    const style = resolveStyle('fillColor=strokeColor;strokeColor=fillColor;fontColor=strokeColor', false, { parent });
    expect(style.color('fillColor')).toBe('#00aa00');
    expect(style.color('strokeColor')).toBe('#00aaff');
    expect(style.color('fontColor')).toBe('#00aa00');
    expect(resolveStyle('fillColor=fillColor', false, { parent }).color('fillColor')).toBe('#00aaff');
  });

  it('are nothing in a parent without such a colour', () => {
    expect(resolveStyle('fillColor=strokeColor;strokeColor=#ff0000', false, { parent: group }).has('fillColor')).toBe(
      false,
    );
  });

  it('are black and white in a layer', () => {
    const style = resolveStyle('fillColor=strokeColor;strokeColor=fillColor', false);
    expect(style.color('fillColor')).toBe('light-dark(#000000,#ffffff)');
    expect(style.color('strokeColor')).toBe('light-dark(#ffffff,#121212)');
  });
});
