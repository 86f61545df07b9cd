#!/usr/bin/env node
/**
 * Starts the command, as a CommonJS file: for a module, Node makes ready what resolves and links them, which takes a tenth
 * of a small picture's time. The command's own files it loads itself, with what was kept of their code.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { CodeKeeper, keptCodeFolder } from './platform/node/keptCode.js';

type Exports = Readonly<Record<string, unknown>>;
type Load = (id: string) => unknown;
type Run = (exports: Exports, load: Load, module: { exports: Exports }, filename: string, folder: string) => void;

const keeper = new CodeKeeper(keptCodeFolder());
const loaded = new Map<string, { exports: Exports }>();

function load(file: string): Exports {
  const before = loaded.get(file);
  if (before !== undefined) return before.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const folder = path.dirname(file);
  try {
    const run = keeper.run(file, functionOf(file)) as Run;
    run(module.exports, (id) => (id.startsWith('.') ? load(path.join(folder, id)) : require(id)), module, file, folder);
  } catch (error) {
    // As Node does: who asks again, once what was missing is there, gets all of it.
    loaded.delete(file);
    throw error;
  }
  return module.exports;
}

/** The text of a file, which the build writes in ASCII, as a function; in one piece, since V8 would copy one that is put together. */
function functionOf(file: string): string {
  const descriptor = openSync(file, 'r');
  const { size } = fstatSync(descriptor);
  const text = Buffer.alloc(BEFORE.length + size + AFTER.length);
  text.write(BEFORE);
  const read = readSync(descriptor, text, BEFORE.length, size, 0);
  closeSync(descriptor);
  text.write(AFTER, BEFORE.length + read);
  return text.toString('latin1', 0, BEFORE.length + read + AFTER.length);
}

const BEFORE = '(function(exports,require,module,__filename,__dirname){';
const AFTER = '\n})';

process.on('exit', () => keeper.keep());
load(path.join(__dirname, 'command.cjs'));
