/** Deflate and what undoes it, through pako. */
import { deflate, deflateRaw, Inflate, inflateRaw } from 'pako';

/** Undoes deflate piece by piece: raw, or with zlib's header. `chunkSize`: bytes of a piece. */
export const inflater = (raw: boolean, chunkSize: number): Inflate => new Inflate({ raw, chunkSize });

/** The text's bytes in UTF-8, compressed, without a header. */
export const deflatedText = (text: string): Uint8Array => deflateRaw(text);

/** With zlib's header. */
export const deflated = (bytes: Uint8Array): Uint8Array => deflate(bytes);

/** Undoes raw deflate of bytes that the package brings itself. Throws for broken data. */
export const inflatedRaw = (bytes: Uint8Array): Uint8Array => inflateRaw(bytes);
