/** The size of a JPEG image, from its frame header. */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1: shades of gray, 3: colours, 4: printing inks. */
  readonly components: number;
}

const START = 0xffd8;
/** Markers of frames: C0 to CF but for tables (C4), extensions (C8) and arithmetic coding (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

/** Undefined for what is no JPEG image of eight bits. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return undefined;
  for (let at = 2; at + 10 <= bytes.length; ) {
    const marker = view.getUint16(at);
    if ((marker & 0xff00) !== 0xff00) return undefined;
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      if (view.getUint8(at + 4) !== 8) return undefined;
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: view.getUint8(at + 9) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
