/** What the pages of a file say. */
import type { Budget } from '../budget.js';
import { type MxFile, type MxPage, pageId } from '../decode/filePages.js';
import { HtmlElements } from '../decode/htmlTree.js';
import { describePage } from '../describe/describePage.js';
import type { PageDescription } from '../describe/description.js';
import { descriptionDot } from '../describe/dot.js';
import { descriptionMermaid } from '../describe/flowchartText.js';
import { descriptionText } from '../describe/plainText.js';
import { completeLimits } from '../limits.js';
import type { Cell } from '../model/cell.js';
import { type DescribeOptions, findPage } from '../options.js';
import { clockOf, type DrawingTools, type LaidOutPage } from './layOut.js';
import { fileOf, type Source } from './source.js';

/** What a diagram says. */
export interface Description {
  readonly pages: readonly PageDescription[];
  /** All of it as plain text, a line for each cell: for readers, search indexes and comparisons. */
  text(): string;
  /**
   * The first of the pages as a Mermaid flowchart, as far as its cells allow: comments at its head tell what is left out,
   * and which shapes and arrowheads are drawn as others.
   */
  mermaid(): string;
  /** The pages as digraphs in Graphviz's language, one after the other. */
  dot(): string;
}

export function describeFile(
  tools: DrawingTools,
  source: Source,
  options: DescribeOptions,
  budget: Budget,
): Description {
  const file = fileOf(source, options);
  const { page } = options;
  const chosen = page === undefined ? file.pages.map((_, index) => index) : [findPage(file.pages, page)];
  const clock = clockOf(options);
  const pages = chosen.map((index) => pageDescription(tools.layOut(file, index, options, { budget, clock }), options));
  return {
    pages,
    text: () => descriptionText(pages),
    mermaid: () => descriptionMermaid(pages[0] as PageDescription),
    dot: () => pages.map(descriptionDot).join('\n'),
  };
}

/** What a laid-out page says; with `only`, what those of its cells say. */
export function pageDescription(
  { file, index, graph, layout, context }: LaidOutPage,
  { limits }: Pick<DescribeOptions, 'limits'>,
  only?: ReadonlySet<Cell>,
): PageDescription {
  const page = file.pages[index] as MxPage;
  const names = pageNames(file);
  const cells = only ? new Map([...layout.cells].filter(([, { cell }]) => only.has(cell))) : layout.cells;
  return describePage(
    graph,
    { cells },
    {
      number: index + 1,
      id: pageId(page, index),
      name: page.name,
      elements: new HtmlElements(completeLimits(limits)),
      shownLabel: context.shownLabel,
      tooltip: context.tooltip,
      pageName: (id) => names.get(id),
    },
  );
}

/** By the ids that links name them by, the first of each. */
function pageNames({ pages }: MxFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [index, page] of pages.entries()) {
    const id = pageId(page, index);
    if (!names.has(id)) names.set(id, page.name);
  }
  return names;
}
