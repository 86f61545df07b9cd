/** The names for browsers and other places without Node: fonts, stencils and icons come by URL, or from the caller. */
export type { Assets } from './assets/assets.js';
export { NO_ASSETS } from './assets/assets.js';
export type { Finding, Fix } from './check/finding.js';
export type { FixedFile } from './check/fix/fix.js';
export type {
  DescribedLink,
  EdgeDescription,
  EdgeEnd,
  FlowDirection,
  NodeDescription,
  PageDescription,
} from './describe/description.js';
export { type Diagnostic, type DiagnosticCode, type ErrorCode, MxsvgError, type Report } from './diagnostics.js';
export type { CellChange, ChangeKind } from './diff/compare.js';
export type { Scene, SceneNode } from './drawing/scene.js';
export type { FormulaSource, FormulaSurroundings, MathTypesetter } from './formulas/math.js';
export type { Point, Rect } from './geometry/plane.js';
export { DEFAULT_LIMITS, LIMIT_NAMES, type LimitName, type Limits, parseLimit } from './limits.js';
export type {
  CheckOptions,
  CropSize,
  DescribeOptions,
  HtmlOptions,
  JpegOptions,
  LayoutOptions,
  PaperName,
  PdfOptions,
  PixelOptions,
  RenderOptions,
  Severity,
  Theme,
  WebpOptions,
  XmlOptions,
} from './options.js';
export { mathJaxFrom } from './platform/browser/browserMath.js';
export {
  type BrowserRenderer,
  type BrowserRendererOptions,
  createBrowserRenderer,
} from './platform/browser/browserRenderer.js';
export type { CompileModule, FetchBytes } from './platform/browser/urlAssets.js';
export {
  type CellBox,
  type Comparison,
  createRenderer,
  type Description,
  type Diagram,
  type LayerInfo,
  type MermaidText,
  type MermaidTextOptions,
  type PageComparison,
  type PageInfo,
  type ReadOptions,
  type Renderer,
  type Source,
} from './render.js';
export type { FontSupport } from './shaping/fontLibrary.js';
export { createShaper, type HarfBuzzModules } from './shaping/harfbuzz.js';
export type { Shaper } from './shaping/shaping.js';
export type { SystemFont, SystemFonts, SystemFontUse } from './shaping/systemFonts.js';
export type { CompiledModule } from './shaping/wasmLibrary.js';
export type { Verdict, VerifyOptions } from './verify/verify.js';
export type { LinkTarget } from './write/links.js';
export type { NodeWritable, WebWritable, Writable } from './write/pieces.js';
export type { TextMode } from './write/svg/textMarkup.js';
