/** `mxsvg describe`: what a diagram says, as text and for other programs. */
import type { Description } from '../render.js';
import { commandAssets } from './assets/use.js';
import type { DescribeCommandOptions } from './describeOptions.js';
import { FileError, readInput, STANDARD_STREAM, writeOutput } from './files.js';
import { drawioOf, textKind } from './mermaid.js';
import { answer, tell } from './print.js';

/** Returns the exit code: 0, or 1 where a block of a document can't be read. Throws FileError and MxsvgError. */
export async function describeDiagram(input: string, options: DescribeCommandOptions): Promise<number> {
  const { format, page, limit: limits } = options;
  const source = await readInput(input, limits?.inputBytes).catch((cause: unknown) => {
    throw cause instanceof FileError ? new FileError(`${input}: ${cause.message}`, { cause }) : cause;
  });
  const kind = textKind(input, source);
  const settings = { fonts: [], limits, diagnostics: () => {} };
  const { drawio, undrawn } = kind ? await drawioOf(kind, source, settings) : { drawio: source, undrawn: new Map() };
  const { describe } = await import('../index.js');
  const assets = await commandAssets(undefined);
  const description = describe(drawio, { page, limits, assets });
  if (format === 'text') for (const line of description.text().trimEnd().split('\n')) answer(line);
  // What programs read is written as it is, which for a terminal it might not be.
  else await writeOutput(STANDARD_STREAM, WRITERS[format](description));
  for (const { message } of undrawn.values()) tell(`mxsvg: ${input}: ${message}`);
  return undrawn.size > 0 ? 1 : 0;
}

const WRITERS = {
  json: ({ pages }: Description) => `${JSON.stringify({ pages }, undefined, 2)}\n`,
  mermaid: (description: Description) => description.mermaid(),
  dot: (description: Description) => description.dot(),
} as const;
