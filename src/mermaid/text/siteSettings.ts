/** What a caller sets of Mermaid's configuration, before a text has its word: checked, as plain data. */
import { MxsvgError } from '../../diagnostics.js';
import type { MermaidConfig } from '../config.js';
import { isTheme, MERMAID_THEMES } from '../themes.js';
import { mergedSettings, settingsOf } from './settings.js';

/** The option `icons`, checked. Throws MxsvgError 'invalid-option' for what is no object of strings. */
export function givenIcons(icons: unknown): Readonly<Record<string, string>> | undefined {
  const isTexts =
    icons === undefined ||
    (typeof icons === 'object' && icons !== null && Object.values(icons).every((svg) => typeof svg === 'string'));
  if (!isTexts) throw wrong('icons must be an object of SVG texts');
  return icons as Readonly<Record<string, string>> | undefined;
}

/** The options that set it. */
export interface SiteOptions {
  readonly theme?: unknown;
  readonly config?: unknown;
}

/**
 * The configuration of both options, in which a theme counts before the option's, as with Mermaid's own command; undefined
 * where nothing is set. Throws MxsvgError 'invalid-option' for what is none.
 */
export function siteSettings({ theme, config }: SiteOptions): MermaidConfig | undefined {
  if (theme !== undefined && !isTheme(theme)) throw wrong(`theme must be one of ${MERMAID_THEMES.join(', ')}`);
  if (config === undefined) return theme === undefined ? undefined : { theme };
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw wrong('config must be an object of Mermaid settings');
  }
  const settings = plain(config);
  return mergedSettings([theme === undefined ? {} : { theme }, settings]);
}

function plain(config: object): MermaidConfig {
  try {
    return settingsOf(config, 'The configuration');
  } catch (error) {
    if (error instanceof MxsvgError) throw wrong(`config is too large: ${error.message}`);
    throw error;
  }
}

export const wrong = (message: string): MxsvgError => new MxsvgError('invalid-option', message);
