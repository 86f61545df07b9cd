/** The options of drawing that its writer has a part in, for an SVG. */
import type { Scene } from '../drawing/scene.js';
import { completeLimits } from '../limits.js';
import { checkedIdPrefix, printScale, type RenderOptions, reporter } from '../options.js';
import type { SvgOptions } from '../write/svg/writeSvg.js';

/** Throws MxsvgError 'invalid-option'. */
export function svgOptions(picture: Scene, options: RenderOptions): SvgOptions {
  const { text, animate, embedFonts, linkTarget, pretty } = options;
  const idPrefix = checkedIdPrefix(options.idPrefix);
  const scale = printScale(picture, options);
  const report = reporter(options.diagnostics);
  const adaptive = options.theme === 'auto';
  const limits = completeLimits(options.limits);
  return { scale, text, animate, idPrefix, embedFonts, linkTarget, pretty, adaptive, report, limits };
}
