/** Mermaid in browsers and other places without Node: fonts, stencils and icons come from the caller's Assets. */
import type { Assets } from '../assets/assets.js';
import type { ElkScript } from '../elk/elkScript.js';
import type { MathTypesetter } from '../formulas/math.js';
import type { IconFiles } from '../icons/icons.js';
import { completeLimits } from '../limits.js';
import type { LayoutOptions, RenderOptions } from '../options.js';
import { reporter } from '../options.js';
import { createRenderer } from '../render.js';
import { FontLibrary, type FontSupport } from '../shaping/fontLibrary.js';
import { convertMermaid } from './convert.js';
import { givenIcons, siteSettings } from './text/siteSettings.js';
import type { MermaidThemeName } from './themes.js';

export type { Assets } from '../assets/assets.js';
export { type Diagnostic, type DiagnosticCode, type ErrorCode, MxsvgError, type Report } from '../diagnostics.js';
export type { ElkScript } from '../elk/elkScript.js';
export type { IconFiles, IconName, IconStyle } from '../icons/icons.js';
export type { LayoutOptions, RenderOptions } from '../options.js';
export { type MermaidBlock, mermaidBlocks } from './text/markdown.js';
export type { MermaidThemeName } from './themes.js';

export interface MermaidOptions extends Pick<LayoutOptions, 'diagnostics' | 'fonts' | 'systemFonts' | 'limits'> {
  /** The colours, where neither the text nor `config` names a theme; default 'default'. */
  readonly theme?: MermaidThemeName;
  /**
   * Mermaid's own configuration (theme, themeVariables, flowchart, sequence, look, layout …), as Mermaid's command takes it
   * in a file; what the text sets itself goes before it. What of both changes nothing of the diagram is a diagnostic.
   */
  readonly config?: Readonly<Record<string, unknown>>;
  /**
   * SVG texts of icons by the names that texts call them ('fa:fa-car', 'logos:aws-lambda'): filled paths in one colour, of
   * which the outlines are drawn. Under Node those of @fortawesome/fontawesome-free count too, where it is installed.
   */
  readonly icons?: Readonly<Record<string, string>>;
  /** The line of its document that the text begins on, for errors to count from; default 1. */
  readonly firstLine?: number;
}

/** Options of drawing that count for Mermaid too. */
export interface MermaidDrawingOptions
  extends MermaidOptions,
    Omit<RenderOptions, keyof MermaidOptions | 'page' | 'layers' | 'cells'> {}

export interface Mermaid {
  /**
   * A Mermaid diagram as a draw.io file with one page: shapes, connectors and labels that draw.io edits as its own.
   * @throws MxsvgError 'mermaid-syntax' with line and column for a text that can't be parsed, 'mermaid-unsupported' for a
   * kind of diagram that isn't drawn, 'limit-exceeded' for one that is too large
   */
  toDrawio(text: string, options?: MermaidOptions): string;
  /** A Mermaid diagram as an SVG document. Throws as toDrawio does. */
  render(text: string, options?: MermaidDrawingOptions): string;
}

/**
 * What turns Mermaid into pictures, over what a place has: its assets, a shaper and fonts beyond the bundled ones, and a
 * maker of typesetters for formulas, without which they stand as they are written, ELK, without which diagrams that ask for
 * it are laid out by dagre, and Font Awesome's icons, without which those that options don't give are left out.
 */
export function createMermaid(
  assets: Assets,
  fontSupport: FontSupport = {},
  math?: () => MathTypesetter | undefined,
  elk?: () => ElkScript | undefined,
  fontAwesome?: () => IconFiles | undefined,
): Mermaid {
  const bundledFonts = new FontLibrary(assets, [], fontSupport);
  const renderer = createRenderer(assets, math, fontSupport);

  function toDrawio(text: string, options: MermaidOptions = {}): string {
    const { fonts = [], systemFonts, firstLine, diagnostics } = options;
    const site = siteSettings(options);
    const icons = { given: givenIcons(options.icons), load: fontAwesome };
    const limits = completeLimits(options.limits);
    const isBundled = fonts.length === 0 && systemFonts === undefined;
    const library = isBundled ? bundledFonts : new FontLibrary(assets, fonts, fontSupport, systemFonts);
    const report = reporter(diagnostics);
    return convertMermaid(text, { fonts: library, site, firstLine, math, icons, elk, report, limits });
  }

  return {
    toDrawio,
    render: (text, { theme, config, icons, ...drawing } = {}) =>
      renderer.render(toDrawio(text, { ...drawing, theme, config, icons }), drawing),
  };
}
