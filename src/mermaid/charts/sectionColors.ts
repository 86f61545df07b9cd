/** The colours by which a theme tells branches and sections apart. */
import type { MermaidTheme } from '../theme.js';

/** Themes have so many. */
const COUNT = 12;

export interface SectionColors {
  readonly fill: string;
  readonly text: string;
}

/** `index` counts from 0, and begins again after the last. */
export function branchColors(index: number, theme: MermaidTheme): SectionColors {
  const number = ((index % COUNT) + COUNT) % COUNT;
  return {
    fill: theme.color(`cScale${number}`, theme.nodeFill).slice(0, 7),
    text: theme.color(`cScaleLabel${number}`, theme.nodeText).slice(0, 7),
  };
}
