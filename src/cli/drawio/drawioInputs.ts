/** Which files a command line of draw.io's means. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { STANDARD_STREAM, statusOf } from '../files.js';
import type { Input } from '../inputs.js';
import { answer } from '../print.js';
import { DrawioError } from './drawioOptions.js';

/** What draw.io looks for in folders. */
const EXPORTABLE = /\.(?:drawio|dio|xml|csv|vsdx|mmd|mermaid|png|svg|pdf)$/i;

/** In the order of the command line; folders' files by name. Links in folders are told of and not followed. */
export function findDrawioInputs(operands: readonly string[], recursive: boolean): readonly Input[] {
  const found = operands.flatMap((operand): readonly Input[] => {
    if (operand === STANDARD_STREAM) return [inputOf(operand, false)];
    const status = statusOf(operand);
    if (status === undefined) throw new DrawioError(`Error: input file/directory not found: ${operand}`);
    return status.isDirectory() ? filesIn(operand, recursive) : [inputOf(operand, false)];
  });
  const inputs = eachOnce(found);
  if (inputs.length === 0) throw new DrawioError('Error: no exportable files found in the input file/directory');
  return inputs;
}

/** Where an operand names again what another one named. */
function eachOnce(inputs: readonly Input[]): readonly Input[] {
  const first = new Map<string, Input>();
  for (const input of inputs) {
    const key = input.file === STANDARD_STREAM ? STANDARD_STREAM : path.resolve(input.file);
    if (!first.has(key)) first.set(key, input);
  }
  return [...first.values()];
}

const inputOf = (file: string, searched: boolean): Input => ({ file, relative: path.basename(file), searched });

function filesIn(folder: string, recursive: boolean): readonly Input[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): readonly Input[] => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return recursive ? filesIn(file, recursive) : [];
    if (entry.name.startsWith('.') || !EXPORTABLE.test(entry.name)) return [];
    if (!entry.isSymbolicLink()) return entry.isFile() ? [inputOf(file, true)] : [];
    answer(`Skipping ${file} (symbolic link)`);
    return [];
  });
}
