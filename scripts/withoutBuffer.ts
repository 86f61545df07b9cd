/** jpeg-js writes into Node's Buffer where it takes itself for a module of Node's, and a bundle looks like one. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const ENCODER = /jpeg-js[\\/]lib[\\/]encoder\.js$/;
const BUFFER = 'Buffer.from(byteout)';

/** The encoder gives bytes, as it does in a page. Throws where the package is another than this was written for. */
function encoderWithoutBuffer(source: string): string {
  if (!source.includes(BUFFER)) throw new Error(`The package jpeg-js has no "${BUFFER}": its version is another.`);
  return source.replace(BUFFER, 'new Uint8Array(byteout)');
}

/** For rolldown. */
export const withoutBuffer = {
  name: 'without-buffer',
  transform: (source: string, id: string) => (ENCODER.test(id) ? encoderWithoutBuffer(source) : undefined),
};

/** For esbuild. */
export const pageEncoder: Plugin = {
  name: 'without-buffer',
  setup({ onLoad }) {
    onLoad({ filter: ENCODER }, ({ path }) => ({ contents: encoderWithoutBuffer(readFileSync(path, 'utf8')) }));
  },
};
