#!/usr/bin/env node
/**
 * Starts the command, as a CommonJS file: for a module, Node makes ready what resolves and links them, which takes a tenth
 * of a small picture's time. The command's own files it loads itself, with what was kept of their code.
 */
import { readFileSync } from 'node:fs';
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
    // The build writes them in ASCII.
    const code = readFileSync(file, 'latin1');
    const run = keeper.run(file, `(function(exports,require,module,__filename,__dirname){${code}\n})`) as Run;
    run(module.exports, (id) => (id.startsWith('.') ? load(path.join(folder, id)) : require(id)), module, file, folder);
  } catch (error) {
    // As Node does: who asks again, once what was missing is there, gets all of it.
    loaded.delete(file);
    throw error;
  }
  return module.exports;
}

process.on('exit', () => keeper.keep());
load(path.join(__dirname, 'command.cjs'));
