/** Diagrams as PNG wherever resvg can be asked, under Node and in web pages, and what its pixels are compared with. */
import { ignoreDiagnostics, type Report } from '../../diagnostics.js';
import type { Scene } from '../../drawing/scene.js';
import { completeLimits, type Limits } from '../../limits.js';
import { type PixelOptions, printScale, type RenderOptions, reporter, type SvgOnly } from '../../options.js';
import { checkOptionTypes } from '../../optionTypes.js';
import { withPngRecipe } from '../../pipeline/recipe.js';
import type { Diagram, Engine, Source } from '../../render.js';
import type { VerifyOptions } from '../../verify/verify.js';
import { embedInPng } from '../../write/file/embed.js';
import type { Pixels } from '../../write/raster/drawer.js';
import { type Rasterizer, rasterDocument, withPixels } from './rasterizer.js';

/** What pictures are made with. */
export interface PictureTools {
  readonly engine: Engine;
  /** What draws one of them within limits, and whom it tells of what it can't draw. */
  rasterizer(limits: Limits, report: Report): Rasterizer;
}

/** For one kind of page around the picture. */
export const lit = (options: PixelOptions): PixelOptions => ({
  ...options,
  theme: options.theme === 'auto' ? 'light' : options.theme,
});

/** What pixels have no use for is not noted in them, though nobody's types may have kept it away. */
const NO_SVG_OPTIONS: Readonly<Record<SvgOnly, undefined>> = {
  text: undefined,
  pretty: undefined,
  xmlDeclaration: undefined,
  animate: undefined,
  embedFonts: undefined,
  idPrefix: undefined,
  linkTarget: undefined,
  accessible: undefined,
};

export const rasterizerFor = (tools: PictureTools, options: PixelOptions): Rasterizer =>
  tools.rasterizer(completeLimits(options.limits), reporter(options.diagnostics));

function pngOf(tools: PictureTools, scene: Scene, options: PixelOptions): Uint8Array {
  const rasterizer = rasterizerFor(tools, options);
  return rasterizer.png(rasterizer.document(scene, printScale(scene, options)));
}

/** One page as PNG. Throws MxsvgError as render does, and 'limit-exceeded' for a picture of too many pixels. */
export function drawPng(tools: PictureTools, source: Source, options: PixelOptions): Uint8Array {
  checkOptionTypes(options);
  const { scene, recipe } = tools.engine.picture(source, lit(options));
  const png = pngOf(tools, scene, options);
  const xml = tools.engine.embeddedXml(source, options);
  return xml === undefined ? png : withPngRecipe(embedInPng(png, xml), recipe({ ...options, ...NO_SVG_OPTIONS }));
}

/** The picture of a comparison as PNG. Throws as drawPng does. */
export function drawComparison(tools: PictureTools, before: Source, after: Source, options: PixelOptions): Uint8Array {
  checkOptionTypes(options);
  return pngOf(tools, tools.engine.comparedScene(before, after, options), options);
}

/** A page as an SVG document of outlines, which a rasterizer comes to an end with. */
export function outlineDocument({ engine }: PictureTools, diagram: Diagram, settings: RenderOptions): string {
  const scene = engine.scene(diagram, settings);
  return rasterDocument(scene, { scale: printScale(scene, settings), limits: completeLimits(settings.limits) });
}

/** The pixels of an SVG document that may be of anyone's making, on white. Throws where it can't be read. */
export const pixelsOfStranger = (tools: PictureTools, svg: string, { limits }: VerifyOptions): Pixels =>
  tools.rasterizer(completeLimits(limits), ignoreDiagnostics).isolatedPixels(withPixels(svg), '#ffffff');
