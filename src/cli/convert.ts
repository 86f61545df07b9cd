/** One diagram file → one picture, with its diagnostics on standard error. */
import type { Diagnostic } from '../diagnostics.js';
import { chooseOutput, readFont, readInput, requireFolder, writeOutput } from './files.js';
import type { Options } from './options.js';

/** Draws `input` as the options say. Throws an Error whose message is meant for the user. */
export async function convert(input: string, options: Options): Promise<void> {
  const { output, format } = chooseOutput(input, options);
  const source = await readInput(input);
  const fonts = await Promise.all((options.font ?? []).map(readFont));
  // The engine is loaded only here, so that --help and wrong usage answer at once.
  const { folderAssets, render, renderPng } = await import('../index.js');
  const assets = options.assets === undefined ? undefined : folderAssets(await requireFolder(options.assets));
  const diagnostics: Diagnostic[] = [];
  const { page, scale, border, background, embedFonts } = options;
  const settings = { page, scale, border, background, embedFonts, fonts, assets, diagnostics };
  await writeOutput(output, format === 'png' ? await renderPng(source, settings) : render(source, settings));
  if (!options.quiet) printWarnings(input, diagnostics);
}

/** Warnings past this are counted only. */
const MAX_WARNINGS = 20;

function printWarnings(input: string, diagnostics: readonly Diagnostic[]): void {
  const lines = [
    ...new Set(
      diagnostics.map(({ code, cellId, message }) => {
        const cell = cellId === undefined ? '' : ` cell "${cellId}":`;
        return `mxsvg: warning: ${input}:${cell} ${message} [${code}]\n`;
      }),
    ),
  ];
  for (const line of lines.slice(0, MAX_WARNINGS)) process.stderr.write(line);
  const more = lines.length - MAX_WARNINGS;
  if (more > 0) process.stderr.write(`mxsvg: warning: ${input}: and ${more} more.\n`);
}
