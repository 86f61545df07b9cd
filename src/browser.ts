/** The names for browsers and other places without Node: fonts, stencils and icons come by URL, or from the caller. */
export type { Assets } from './assets.js';
export { NO_ASSETS } from './assets.js';
export { mathJaxFrom } from './browserMath.js';
export { type BrowserRenderer, type BrowserRendererOptions, createBrowserRenderer } from './browserRenderer.js';
export { type Diagnostic, type DiagnosticCode, type ErrorCode, MxsvgError, type Report } from './diagnostics.js';
export type { CellChange, ChangeKind } from './diff/compare.js';
export type { Point } from './geometry/plane.js';
export { DEFAULT_LIMITS, LIMIT_NAMES, type LimitName, type Limits, parseLimit } from './limits.js';
export type { CropSize, LayoutOptions, RenderOptions, Theme } from './options.js';
export {
  type CellBox,
  type Comparison,
  createRenderer,
  type Diagram,
  type LayerInfo,
  type PageComparison,
  type PageInfo,
  type Renderer,
  type Source,
} from './render.js';
export type { Scene } from './scene/scene.js';
export type { FontSupport } from './text/fonts.js';
export { createShaper, type HarfBuzzModules } from './text/harfbuzz.js';
export type { FormulaSource, FormulaSurroundings, MathTypesetter } from './text/math.js';
export type { Shaper } from './text/shaping.js';
export type { SystemFont, SystemFonts, SystemFontUse } from './text/systemFonts.js';
export type { FetchBytes } from './urlAssets.js';
export type { Verdict } from './verify/verify.js';
export type { LinkTarget } from './write/links.js';
export type { TextMode } from './write/text.js';
