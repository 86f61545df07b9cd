/** `mxsvg report`: what helps to mend a wrong picture, in one archive to be attached to an issue. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { readContainer } from '../decode/container.js';
import type { Diagnostic } from '../diagnostics.js';
import { withHiddenText } from '../edit/hideText.js';
import { completeLimits } from '../limits.js';
import { findPage } from '../options.js';
import { mxfileXml } from '../write/file/mxfile.js';
import { FileError, readInput, STANDARD_STREAM, UsageError, writeOutput } from './files.js';
import { textKind } from './mermaid.js';
import type { ReportOptions } from './packOptions.js';
import { answer } from './print.js';
import { versionText } from './version.js';

/** Returns the exit code, 0. Throws FileError, UsageError and MxsvgError. */
export async function packReport(input: string, options: ReportOptions, version: string): Promise<number> {
  if (input === STANDARD_STREAM) throw new UsageError('report needs a file.');
  const { page, theme, keepText, limit } = options;
  const limits = completeLimits(limit);
  const bytes = await readInput(input, limits.inputBytes).catch((cause: unknown) => {
    throw cause instanceof FileError ? new FileError(`${input}: ${cause.message}`, { cause }) : cause;
  });
  if (textKind(input, bytes)) {
    throw new UsageError('report takes diagrams of draw.io: convert the text with -f xml, or send it as it is.');
  }
  const output = options.output ?? path.join(path.dirname(input), `${path.parse(input).name}-report.zip`);
  if (options.output === undefined && (await exists(output))) {
    throw new FileError(`${output} is there already: name another with -o.`);
  }
  const file = readContainer(bytes, limits);
  // By the names that the file has, which those of what is packed are not.
  const number = findPage(file.pages, page ?? 1) + 1;
  const shown = keepText ? file : withHiddenText(file, limits);
  const diagram = mxfileXml(shown);
  const { render } = await import('../index.js');
  const diagnostics: Diagnostic[] = [];
  const picture = render(diagram, {
    page: number,
    theme,
    limits,
    diagnostics,
  });
  const about = reportText({ version, options, diagnostics, number, pages: shown.pages.length });
  const entries = { 'diagram.drawio': diagram, 'picture.svg': picture, 'report.md': about };
  const encoder = new TextEncoder();
  const files = Object.entries(entries).map(([name, text]) => [name, encoder.encode(text)] as const);
  // One time for all: the same diagram gives the same archive.
  await writeOutput(output, zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }));
  if (output !== STANDARD_STREAM) {
    answer(`${output}: ${Object.keys(entries).join(', ')}`);
    answer(
      keepText
        ? 'The words of the diagram are in it.'
        : 'Its words are replaced: look at picture.svg before you send it.',
    );
  }
  return 0;
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

interface Report {
  readonly version: string;
  readonly options: ReportOptions;
  readonly diagnostics: readonly Diagnostic[];
  readonly number: number;
  readonly pages: number;
}

function reportText({ version, options, diagnostics, number, pages }: Report): string {
  const { theme = 'light', keepText, limit = {} } = options;
  const told = diagnostics.map(
    ({ code, cellId, message }) => `- ${code}: ${cellId === undefined ? '' : `cell \`${cellId}\`: `}${message}`,
  );
  return `${[
    '# A picture that is wrong',
    '',
    '(What is wrong, and where? A picture of what draw.io shows helps most.)',
    '',
    `- mxsvg ${versionText(version)}`,
    `- Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    `- page ${number} of ${pages}, theme ${theme}`,
    `- limits ${JSON.stringify(limit)}`,
    `- words ${keepText ? 'as they are' : 'replaced by others of the same width'}`,
    '',
    '## Told while it was drawn',
    '',
    ...(told.length > 0 ? told : ['Nothing.']),
  ].join('\n')}\n`;
}
