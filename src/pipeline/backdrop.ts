/** What lies behind a page's cells: another page of the file, or an image, as its backgroundImage attribute names them. */
import type { Diagnostic } from '../diagnostics.js';
import { isFiniteRect } from '../drawing/finite.js';
import { IDENTITY, type Rect } from '../geometry/plane.js';
import type { Clock } from '../layout/variables.js';
import type { LayoutOptions } from '../options.js';
import { type Backdrop, buildBackdrop } from '../scene/buildScene.js';
import { imageDiagnostic } from '../scene/imageDiagnostics.js';
import { type BackgroundImage, backgroundImage, indexOfPage, linkedPage } from './backgroundImage.js';
import type { DrawingTools, LaidOutPage } from './layOut.js';

/** The backdrop of a page, if it has one that can be drawn; one that can't be is reported. */
export function backdropOf(
  tools: DrawingTools,
  page: LaidOutPage,
  options: LayoutOptions,
  clock: Clock,
): Backdrop | undefined {
  const text = page.graph.settings.backgroundImage;
  if (text === undefined) return undefined;
  const image = backgroundImage(text);
  if (!image) {
    report(page, 'invalid-structure', 'The page’s backgroundImage can’t be read: it is no JSON object with a "src".');
    return undefined;
  }
  const id = linkedPage(image);
  return id === undefined ? pictureBehind(page, image) : pageBehind(tools, page, id, { options, clock });
}

const report = ({ context }: LaidOutPage, code: Diagnostic['code'], message: string): void =>
  context.report({ code, message });

/** draw.io draws no page behind itself, and of the page behind not what lies behind that. */
function pageBehind(
  tools: DrawingTools,
  page: LaidOutPage,
  id: string,
  { options, clock }: { readonly options: LayoutOptions; readonly clock: Clock },
): Backdrop | undefined {
  const index = indexOfPage(page.file, id);
  if (index < 0 || index === page.index) {
    const which = index < 0 ? 'isn’t in the file' : 'is the page itself';
    report(page, 'invalid-structure', `The page "${id}", which is to be the background, ${which}: left out.`);
    return undefined;
  }
  const behind = tools.layOut(page.file, index, options, { shownAs: page.index, budget: page.context.budget, clock });
  return buildBackdrop(behind.graph, behind.layout, behind.context);
}

function pictureBehind({ context }: LaidOutPage, { src, box }: BackgroundImage): Backdrop | undefined {
  if (!isFiniteRect(box)) {
    context.report({
      code: 'invalid-geometry',
      message: 'The page’s background image is past all pictures: left out.',
    });
    return undefined;
  }
  const href = context.image(src);
  const diagnostic = imageDiagnostic(undefined, src, href);
  if (diagnostic) context.report(diagnostic);
  if (box.width > 0 && box.height > 0) {
    return { node: href === undefined ? undefined : picture(href, box), box };
  }
  context.report({ code: 'invalid-geometry', message: 'The page’s background image has no size: left out.' });
  return { node: undefined, box };
}

const picture = (href: string, box: Rect): Backdrop['node'] => ({
  kind: 'picture',
  href,
  box,
  transform: IDENTITY,
  opacity: 1,
  keepAspect: true,
});
