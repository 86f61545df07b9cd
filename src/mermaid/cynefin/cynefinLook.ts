/** Colours and sizes of a Cynefin diagram: its own among a theme's variables. */
import { optionsOf } from '../charts/chartOptions.js';
import type { DrawContext } from '../context.js';
import type { DomainName } from './cynefinModel.js';

export interface CynefinLook {
  /** Px, as all sizes. */
  readonly domainFontSize: number;
  readonly itemFontSize: number;
  readonly boundaryWidth: number;
  readonly cliffWidth: number;
  readonly arrowWidth: number;
  readonly boundaryColor: string;
  readonly cliffColor: string;
  readonly arrowColor: string;
  readonly textColor: string;
  readonly labelColor: string;
  readonly domains: Readonly<Record<DomainName, string>>;
}

/** Where a text gives some of these, Mermaid takes the others from its default theme, whatever the text's theme is. */
export function lookOf({ config }: DrawContext): CynefinLook {
  const given = optionsOf(config.themeVariables).part('cynefin');
  return {
    domainFontSize: given.pixels('domainFontSize', 16),
    itemFontSize: given.pixels('itemFontSize', 12),
    boundaryWidth: given.length('boundaryWidth', 2),
    cliffWidth: given.length('cliffWidth', 4),
    arrowWidth: given.length('arrowWidth', 2),
    boundaryColor: given.color('boundaryColor', '#333333'),
    cliffColor: given.color('cliffColor', '#8b0000'),
    arrowColor: given.color('arrowColor', '#333333'),
    textColor: given.color('textColor', '#333333'),
    labelColor: given.color('labelColor', '#131300'),
    domains: {
      complex: given.color('complexBg', '#e8f5e9'),
      complicated: given.color('complicatedBg', '#e3f2fd'),
      chaotic: given.color('chaoticBg', '#fbe9e7'),
      clear: given.color('clearBg', '#fff8e1'),
      confusion: given.color('confusionBg', '#f3e5f5'),
    },
  };
}
