/** The colours and the font of a Mermaid diagram: its theme's variables, which Mermaid's own code works out. */

import type { MermaidConfig } from './config.js';
import { drawioColor } from './css.js';

export interface MermaidTheme {
  /** A CSS family list, as draw.io's fontFamily has it. */
  readonly fontFamily: string;
  /** Px. */
  readonly fontSize: number;
  readonly background: string;
  readonly nodeFill: string;
  readonly nodeStroke: string;
  readonly nodeText: string;
  readonly groupFill: string;
  readonly groupStroke: string;
  /** Of what has no colour of its own, titles of diagrams too. */
  readonly text: string;
  /** Of titles of groups. */
  readonly titleColor: string;
  readonly line: string;
  readonly edgeLabelFill: string;
  readonly edgeLabelText: string;
  readonly noteFill: string;
  readonly noteStroke: string;
  readonly noteText: string;
  /** Any other of the theme's variables ("actorBkg", "labelBoxBkgColor", …), a colour as #rrggbb, with opacity #rrggbbaa. */
  color(name: string, fallback: string): string;
}

/** draw.io's own; Mermaid's "trebuchet ms" is no font that every machine has. */
const FONT = 'Helvetica';
const MERMAID_FONT = /trebuchet/i;
const FONT_SIZE = 16;

export function themeOf(config: MermaidConfig): MermaidTheme {
  const variables = config.themeVariables ?? {};
  const color = (name: string, fallback: string): string => drawioColor(variables[name]) ?? fallback;
  return {
    fontFamily: fontFamilyOf(variables.fontFamily ?? config.fontFamily),
    fontSize: pixels(variables.fontSize ?? config.fontSize) ?? FONT_SIZE,
    background: color('background', '#ffffff'),
    nodeFill: color('mainBkg', '#ECECFF'),
    nodeStroke: color('nodeBorder', '#9370DB'),
    nodeText: color('nodeTextColor', color('textColor', '#333333')),
    groupFill: color('clusterBkg', '#ffffde'),
    groupStroke: color('clusterBorder', '#aaaa33'),
    text: color('textColor', '#333333'),
    titleColor: color('titleColor', '#333333'),
    line: color('lineColor', '#333333'),
    edgeLabelFill: color('edgeLabelBackground', '#e8e8e8'),
    edgeLabelText: color('nodeTextColor', color('textColor', '#333333')),
    noteFill: color('noteBkgColor', '#fff5ad'),
    noteStroke: color('noteBorderColor', '#aaaa33'),
    noteText: color('noteTextColor', '#333333'),
    color,
  };
}

/** A list of names of fonts, as draw.io's fontFamily has it. */
export function fontFamilyOf(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || MERMAID_FONT.test(value)) return FONT;
  // A list of names: what else CSS is made of has no place in one.
  return value.replace(/[;"{}<>()\\]/g, '').trim() || FONT;
}

/** Larger letters are no text any more, px. */
const LARGEST_FONT = 10_000;

export function pixels(value: unknown): number | undefined {
  const size = typeof value === 'number' ? value : Number.parseFloat(String(value ?? ''));
  return size > 0 && size <= LARGEST_FONT ? size : undefined;
}

/** Whether a weight of CSS is bold: draw.io has none between. */
export const isBoldWeight = (weight: unknown): boolean => weight === 'bold' || Number(weight) >= 600;
