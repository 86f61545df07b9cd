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
  /** The setting, else a theme's variable: Mermaid takes one that a theme hasn't from its default theme. */
  const color = (name: string, variable: string, ofDefault: string): string =>
    options.color(name, theme.color(variable, ofDefault).slice(0, 7));
  const family = options.text('fontFamily', '').trim();
  const nonTerminalText = color('nonTerminalTextColor', 'primaryTextColor', '#131300');
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
        fill: color('terminalFill', 'secondBkg', '#ffffde'),
        stroke: color('terminalStroke', 'secondaryBorderColor', '#eeeebc'),
        text: color('terminalTextColor', 'secondaryTextColor', '#000021'),
      },
      nonterminal: {
        fill: color('nonTerminalFill', 'mainBkg', '#ececff'),
        stroke: color('nonTerminalStroke', 'primaryBorderColor', '#c7c7f1'),
        text: nonTerminalText,
      },
      special: {
        fill: color('specialFill', 'tertiaryColor', '#f9ffec'),
        stroke: color('specialStroke', 'tertiaryBorderColor', '#e3f1c7'),
        text: nonTerminalText,
      },
    },
    line: color('lineColor', 'lineColor', '#333333'),
    marker: color('markerFill', 'lineColor', '#333333'),
    ruleName: color('ruleNameColor', 'titleColor', '#333333'),
  };
}
