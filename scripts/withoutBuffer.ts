/** jpeg-js writes into Node's Buffer where it takes itself for a module of Node's, and a bundle looks like one. */

const ENCODER = /jpeg-js[\\/]lib[\\/]encoder\.js$/;
const BUFFER = 'Buffer.from(byteout)';

/** The encoder gives bytes, as it does in a page. Throws where the package is another than this was written for. */
export const withoutBuffer = {
  name: 'without-buffer',
  transform(source: string, id: string): string | undefined {
    if (!ENCODER.test(id)) return undefined;
    if (!source.includes(BUFFER)) throw new Error(`The package jpeg-js has no "${BUFFER}": its version is another.`);
    return source.replace(BUFFER, 'new Uint8Array(byteout)');
  },
};
