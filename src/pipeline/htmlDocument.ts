/** Pages as one HTML document. */
import type { Budget } from '../budget.js';
import type { MxPage } from '../decode/container.js';
import { pageId } from '../decode/filePages.js';
import { MxsvgError } from '../diagnostics.js';
import { completeLimits, requireWithin } from '../limits.js';
import { findPage, type HtmlOptions } from '../options.js';
import { linkPages } from '../scene/pageLinks.js';
import { paintedColor } from '../style/color.js';
import { pageAddress, writeHtml } from '../write/html/writeHtml.js';
import { safeHref } from '../write/links.js';
import { writeSvg } from '../write/svg/writeSvg.js';
import { embeddedXml } from './embedding.js';
import { clockOf, type DrawingTools } from './layOut.js';
import { pageScene } from './pageScene.js';
import { fileOf, ParsedFile, type Source } from './source.js';
import { svgOptions } from './svgOptions.js';

/** Throws MxsvgError as render does. */
export function htmlDocument(
  tools: DrawingTools,
  source: Source,
  { pages: wanted, title, embedDiagram, ...options }: HtmlOptions,
  budget: Budget,
): string {
  const file = fileOf(source, options);
  const chosen = (wanted ?? file.pages.map((_, i) => i + 1)).map((page) => findPage(file.pages, page));
  const opened = new ParsedFile(file);
  const addresses = new Map<string, string>();
  for (const [at, index] of chosen.entries()) {
    const id = pageId(file.pages[index] as MxPage, index);
    if (!addresses.has(id)) addresses.set(id, pageAddress(at));
  }
  const clock = clockOf(options);
  const pages = chosen.map((index, i) => {
    const own = { ...options, page: index + 1, idPrefix: `p${i + 1}-` };
    const scene = linkPages(pageScene(tools, opened, own, budget, clock), (id) => addresses.get(id));
    return { name: file.pages[index]?.name ?? '', svg: writeSvg(scene, svgOptions(scene, own)) };
  });
  const diagramXml = embeddedXml(opened, { embedDiagram, embedPages: options.embedPages, pages: wanted });
  requireWithin(
    completeLimits(options.limits),
    'outputBytes',
    total(pages.map(({ svg }) => svg.length)),
    'The document',
  );
  const { theme, zoomControls, fit } = options;
  return writeHtml({
    title: title ?? pages[0]?.name ?? '',
    pages,
    diagramXml,
    theme,
    zoomControls,
    fit,
    linkColor: options.linkColor === undefined ? undefined : checkedColor(options.linkColor),
    editLink: options.editLink === undefined ? undefined : checkedLink(options.editLink),
  });
}

function checkedColor(text: string): string {
  const color = paintedColor(text);
  if (color !== undefined) return color;
  throw new MxsvgError('invalid-option', `linkColor must be a CSS colour, not ${JSON.stringify(text.slice(0, 60))}.`);
}

function checkedLink(address: string): string {
  const href = safeHref(address);
  if (href !== undefined) return href;
  throw new MxsvgError(
    'invalid-option',
    `editLink must be a web address, not ${JSON.stringify(address.slice(0, 60))}.`,
  );
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
