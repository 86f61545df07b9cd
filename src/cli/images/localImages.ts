/** Images from folders that the user allows. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, Report } from '../../diagnostics.js';
import type { Limits } from '../../limits.js';
import { explain } from '../files.js';
import { imageUri } from './imageUri.js';

interface LocalContext {
  readonly folders: readonly string[];
  readonly base: string;
  readonly limits: Limits;
  readonly report: Report;
}

/** The data URI of an image by its path or file address; undefined, with a report, where it isn't to be had. */
export function readLocalImage(address: string, context: LocalContext): string | undefined {
  const { folders, base, limits, report } = context;
  const refuse = (why: string): undefined => {
    const diagnostic: Diagnostic = { code: 'missing-image', message: `Image "${address.slice(0, 200)}" ${why}.` };
    report(diagnostic);
  };
  const named = pathOf(address, base);
  if (named === undefined) return refuse('is no address of a file');
  try {
    // Links are followed before it is asked where a file lies.
    const file = realpathSync(named);
    if (!folders.some((folder) => isWithin(realpathSync(folder), file))) {
      return refuse('lies outside of the folders that images may be read from');
    }
    const status = statSync(file);
    // A pipe or a device may never end.
    if (!status.isFile()) return refuse('is no file');
    const { size } = status;
    // As base64 it is a third longer.
    if (size > limits.imageBytes * 0.75) return refuse(`has ${size} bytes, more than the limit imageBytes allows`);
    const uri = imageUri(readFileSync(file));
    return uri ?? refuse('is of no kind of image that is known');
  } catch (error) {
    return refuse(`is not read: ${explain(error, 'read').replace(/\.$/, '')}`);
  }
}

function pathOf(address: string, base: string): string | undefined {
  try {
    if (/^file:/i.test(address)) return fileURLToPath(address);
    if (/^[a-z][a-z0-9+.-]+:/i.test(address)) return undefined;
    return path.resolve(base, address.includes('%') ? decodeURIComponent(address) : address);
  } catch {
    return undefined; // An address with a host or a broken escape.
  }
}

function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
