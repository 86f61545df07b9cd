/** How Mermaid's themes draw git graphs: those called redux are slim, and neo and redux have colours of their own. */
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { isBoldWeight, type MermaidTheme, pixels } from '../theme.js';

/** Of one branch, all colours as #rrggbb. */
export interface BranchLook {
  /** Of its commits and lines. */
  readonly color: string;
  /** Of commits that are highlighted. */
  readonly highlight: string;
  readonly nameColor: string;
  readonly nameFill: string;
  /** 'none' or a colour. */
  readonly nameStroke: string;
}

export interface GitLook {
  /** Lines and commits are thin, and names have more room around them. */
  readonly isSlim: boolean;
  readonly isDark: boolean;
  /** Names of branches, of slim graphs alone, and of commits. */
  readonly isBoldBranch: boolean;
  readonly isBoldCommit: boolean;
  readonly hasNameShadow: boolean;
  readonly hasTagShadow: boolean;
  /** Px. */
  readonly arrowWidth: number;
  readonly crossWidth: number;
  readonly branchWidth: number;
  readonly nameStrokeWidth: number;
  readonly branchDashes: string;
  /** Inside of merges, highlighted and reverted commits. */
  readonly inner: string;
  readonly cherryPick: string;
  readonly commitName: string;
  /** Undefined where nothing is behind it. */
  readonly commitNameFill: string | undefined;
  readonly tagFill: string;
  readonly tagStroke: string;
  /** `index` is the branch's place among all. */
  branch(index: number): BranchLook;
}

/** Mermaid's rules know so many branches apart; names of those of slim graphs have the theme's number of colours. */
const RULES = 8;

/** A place among colours, of which only the first branch has the first one. */
const placeOf = (index: number, limit: number): number => (index > 0 ? ((index - 1) % (limit - 1)) + 1 : 0);

const opaque = (theme: MermaidTheme, name: string, fallback: string): string => theme.color(name, fallback).slice(0, 7);

export function gitLook({ config, theme }: DrawContext): GitLook {
  const name = typeof config.theme === 'string' ? config.theme : 'default';
  const isSlim = name.startsWith('redux');
  const isNeo = name === 'neo' || name === 'neo-dark';
  const isLookNeo = config.look === 'neo';
  const variables = config.themeVariables ?? {};
  const strokeWidth = pixels(variables.strokeWidth) ?? 1;
  const isPlain = !(isSlim || isNeo);
  const isBold = isBoldWeight(variables.noteFontWeight);
  const fill = theme.nodeFill.slice(0, 7);
  const border = theme.nodeStroke.slice(0, 7);
  return {
    isSlim,
    isDark: name === 'dark' || name === 'neo-dark' || name.startsWith('redux-dark'),
    isBoldBranch: isSlim && isBold,
    isBoldCommit: !isPlain && isBold,
    hasNameShadow: isLookNeo,
    // The shadow of slim graphs' tags is one that they lack.
    hasTagShadow: isNeo,
    arrowWidth: isSlim ? strokeWidth : 8,
    crossWidth: isPlain ? 3 : strokeWidth,
    branchWidth: strokeWidth,
    nameStrokeWidth: strokeWidth,
    branchDashes: isPlain ? '2 2' : '4 2',
    inner: isPlain ? opaque(theme, 'primaryColor', '#ECECFF') : fill,
    cherryPick: isPlain ? opaque(theme, 'textColor', '#333333') : border,
    commitName: isPlain ? opaque(theme, 'commitLabelColor', '#000021') : border,
    commitNameFill: isPlain ? opaque(theme, 'commitLabelBackground', '#ffffde') : undefined,
    tagFill: isPlain ? opaque(theme, 'tagLabelBackground', '#ECECFF') : fill,
    tagStroke: isPlain ? opaque(theme, 'tagLabelBorder', '#C7C7F1') : border,
    branch: isSlim ? slimBranches(name, theme, variables) : isNeo ? neoBranches(theme) : classicBranches(theme),
  };
}

const classicBranches =
  (theme: MermaidTheme): GitLook['branch'] =>
  (index) => {
    const of = (name: string): string => opaque(theme, `${name}${index % RULES}`, theme.nodeFill);
    const color = of('git');
    return { color, highlight: of('gitInv'), nameColor: of('gitBranchLabel'), nameFill: color, nameStroke: 'none' };
  };

/** As the classic ones but for the first, and for names, whose border runs from one colour to another. */
function neoBranches(theme: MermaidTheme): GitLook['branch'] {
  const classic = classicBranches(theme);
  const border = theme.nodeStroke.slice(0, 7);
  const nameLook = {
    nameFill: theme.nodeFill.slice(0, 7),
    nameStroke: opaque(theme, 'gradientStart', theme.nodeStroke),
  };
  return (index) =>
    index % RULES === 0
      ? { color: border, highlight: border, nameColor: border, ...nameLook }
      : { ...classic(index), ...nameLook };
}

function slimBranches(
  name: string,
  theme: MermaidTheme,
  variables: Readonly<Record<string, unknown>>,
): GitLook['branch'] {
  const [fill, border] = [theme.nodeFill.slice(0, 7), theme.nodeStroke.slice(0, 7)];
  const ofAll: BranchLook = {
    color: border,
    highlight: border,
    nameColor: border,
    nameFill: fill,
    nameStroke: border,
  };
  const colors = name.endsWith('-color') && Array.isArray(variables.borderColorArray) ? variables.borderColorArray : [];
  if (colors.length === 0) return () => ofAll;
  const limit = Math.max(2, Number(variables.THEME_COLOR_LIMIT) || RULES);
  const colorAt = (place: number): string => (drawioColor(colors[place % colors.length]) ?? border).slice(0, 7);
  const isDark = name.startsWith('redux-dark');
  return (index) => {
    const [place, namePlace] = [placeOf(index, RULES), placeOf(index, limit)];
    if (place === 0) return { ...ofAll, highlight: fill };
    const [color, nameStroke] = [colorAt(place), colorAt(namePlace)];
    return { color, highlight: color, nameColor: border, nameFill: isDark ? fill : nameStroke, nameStroke };
  };
}
