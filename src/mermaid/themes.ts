/** The names of Mermaid's themes. */

export const MERMAID_THEMES = [
  'default',
  'neutral',
  'forest',
  'dark',
  'base',
  'neo',
  'neo-dark',
  'redux',
  'redux-dark',
  'redux-color',
  'redux-dark-color',
] as const;

export type MermaidThemeName = (typeof MERMAID_THEMES)[number];

export const isTheme = (name: unknown): name is MermaidThemeName => MERMAID_THEMES.some((theme) => theme === name);

/** Whether a theme's lines are light: they need the dark page that it is made for. */
export const isDarkTheme = (name: unknown): boolean => isTheme(name) && /\bdark\b/.test(name);
