/** Colours, sizes and the font of a railroad diagram: its settings, else a theme's. */
import { optionsOf } from '../charts/chartOptions.js';
import type { DrawContext } from '../context.js';
import { fontFamilyOf } from '../theme.js';
import type { SymbolKind } from './railroadModel.js';

export interface SymbolLook {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

export interface RailroadLook {
  /** Px, as all sizes. */
  readonly padding: number;
  readonly verticalSeparation: number;
  readonly horizontalSeparation: number;
  readonly arcRadius: number;
  readonly markerRadius: number;
  readonly strokeWidth: number;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly symbols: Readonly<Record<SymbolKind, SymbolLook>>;
  readonly line: string;
  readonly marker: string;
  readonly ruleName: string;
}

/** Names of fonts and what stands between them. */
const FAMILIES = /^[\w "',.-]+$/;

export function lookOf({ config, theme }: DrawContext): RailroadLook {
  const options = optionsOf(config.railroad);
  const size = (name: string, fallback: number): number => {
    const given = options.number(name, fallback);
    return given >= 0 ? given : fallback;
  };
  /** The setting, else the first of a theme's variables that there is. */
  const color = (name: string, fallback: string, ...variables: readonly string[]): string =>
    options.color(name, variables.reduceRight((other, variable) => theme.color(variable, other), fallback).slice(0, 7));
  const family = options.text('fontFamily', '').trim();
  const nonTerminalText = color('nonTerminalTextColor', '#000000', 'primaryTextColor', 'textColor');
  return {
    padding: size('padding', 10),
    verticalSeparation: size('verticalSeparation', 8),
    horizontalSeparation: size('horizontalSeparation', 10),
    arcRadius: size('arcRadius', 10),
    markerRadius: size('markerRadius', 5),
    strokeWidth: size('strokeWidth', 2),
    fontSize: size('fontSize', theme.fontSize),
    fontFamily: FAMILIES.test(family) ? fontFamilyOf(family) : theme.fontFamily,
    symbols: {
      terminal: {
        fill: color('terminalFill', '#FFFFC0', 'secondBkg', 'secondaryColor'),
        stroke: color('terminalStroke', '#000000', 'secondaryBorderColor', 'lineColor'),
        text: color('terminalTextColor', '#000000', 'secondaryTextColor', 'textColor'),
      },
      nonterminal: {
        fill: color('nonTerminalFill', '#FFFFFF', 'mainBkg', 'background'),
        stroke: color('nonTerminalStroke', '#000000', 'primaryBorderColor', 'lineColor'),
        text: nonTerminalText,
      },
      special: {
        fill: color('specialFill', '#F0E0FF', 'tertiaryColor', 'secondaryColor'),
        stroke: color('specialStroke', '#8800CC', 'tertiaryBorderColor', 'secondaryBorderColor'),
        text: nonTerminalText,
      },
    },
    line: color('lineColor', '#000000', 'lineColor'),
    marker: color('markerFill', '#000000', 'lineColor'),
    ruleName: color('ruleNameColor', '#000066', 'titleColor', 'textColor'),
  };
}
