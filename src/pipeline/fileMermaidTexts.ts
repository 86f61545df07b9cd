/** The Mermaid texts that a file's diagrams were made of. */
import type { MxPage } from '../decode/container.js';
import { mermaidTextsOf, selfContained } from '../describe/mermaidTexts.js';
import { ignoreDiagnostics } from '../diagnostics.js';
import { buildGraph } from '../model/buildGraph.js';
import { type DescribeOptions, findPage } from '../options.js';
import { fileOf, type Source } from './source.js';

/** A Mermaid text that a group or an image of a page was made of. */
export interface MermaidText {
  /** Of its page, counted from 1. */
  readonly page: number;
  /** The id of the group or image. */
  readonly cellId: string;
  /** As draw.io's edit button opens it. */
  readonly text: string;
  /** Mermaid's configuration that it is drawn with, beside what it sets itself; undefined: none. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** The text with that configuration as front matter, unless its own front matter has one. */
  readonly source: string;
}

export function fileMermaidTexts(
  source: Source,
  options: Pick<DescribeOptions, 'page' | 'limits'>,
): readonly MermaidText[] {
  const file = fileOf(source, options);
  const { page } = options;
  const chosen = page === undefined ? file.pages.map((_, index) => index) : [findPage(file.pages, page)];
  return chosen.flatMap((index) => {
    const graph = buildGraph((file.pages[index] as MxPage).model(), ignoreDiagnostics);
    return mermaidTextsOf(graph).map((each) => ({ page: index + 1, ...each, source: selfContained(each) }));
  });
}
