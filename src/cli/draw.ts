/** One picture in the format asked for. */
import type { Assets } from '../assets.js';
import type { Diagnostic } from '../diagnostics.js';
import type { RenderOptions } from '../options.js';
import type { Diagram } from '../render.js';
import type { PageDiagnostic, Picture } from './convert.js';
import type { Options } from './options.js';
import type { OutputName } from './outputs.js';

type Engine = typeof import('../index.js');

export interface DrawContext {
  readonly name: OutputName;
  readonly options: Options;
  readonly fonts: readonly Uint8Array[];
  readonly assets: Assets | undefined;
  readonly diagnostics: PageDiagnostic[];
}

/** The file's content. Throws as the library does. */
export async function drawPicture(
  engine: Engine,
  diagram: Diagram,
  picture: Picture,
  context: DrawContext,
): Promise<string | Uint8Array> {
  const [page = 1] = picture.pages;
  switch (context.name.format) {
    case 'svg':
      return engine.render(diagram, renderOptions(diagram, page, picture, context));
    case 'png':
      return engine.renderPng(diagram, renderOptions(diagram, page, picture, context));
  }
}

function renderOptions(diagram: Diagram, page: number, picture: Picture, context: DrawContext): RenderOptions {
  const { options, fonts, assets, diagnostics, name } = context;
  const {
    scale,
    width,
    height,
    border,
    size,
    theme,
    embedFonts,
    pretty,
    animate,
    svgLinksTarget: linkTarget,
  } = options;
  const pageName = diagram.pages[page - 1]?.name;
  return {
    page,
    layers: picture.layers,
    cells: options.cell,
    scale,
    width,
    height,
    border,
    size,
    theme,
    // draw.io's pictures without an alpha channel are white where its own viewer shows the page's white.
    background: options.transparent
      ? 'none'
      : (options.background ?? (name.format === 'svg' || theme === 'dark' ? undefined : '#ffffff')),
    linkTarget,
    embedFonts,
    pretty,
    animate,
    fonts,
    assets,
    diagnostics: (diagnostic: Diagnostic) => diagnostics.push({ ...diagnostic, page: pageName }),
  };
}
