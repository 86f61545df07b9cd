import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainBase64Bytes, toBase64 } from '../../src/decode/base64.js';
import { decompressPage, Inflation } from '../../src/decode/compression.js';
import { uriDecoded } from '../../src/decode/uriBytes.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('uriDecoded', () => {
  it.each(['', 'plain', 'a%20b', '%3Cmx%3e', 'caf%C3%A9 %F0%9F%98%80', '%EF%BB%BFmark', '%00'])(
    'decodes %j as decodeURIComponent does',
    (text) => {
      expect(uriDecoded(bytes(text))).toBe(decodeURIComponent(text));
    },
  );

  it.each(['100%', '5% of', '%4', '%zz', '%C3', '%ED%A0%80', '%C0%80', '%F4%90%80%80', 'é', 'é%20'])(
    'leaves %j to others',
    (text) => {
      expect(uriDecoded(bytes(text))).toBeUndefined();
    },
  );

  it('leaves bytes beyond ASCII alone, which an encoded one after them might complete', () => {
    expect(uriDecoded(new Uint8Array([0xc3, 0x25, 0x41, 0x39]))).toBeUndefined();
  });
});

describe('plainBase64Bytes', () => {
  it('reads what toBase64 writes, of every length and with every letter', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => (i * 167) % 256);
    for (let length = 1; length < 256; length++) {
      expect(plainBase64Bytes(toBase64(all.subarray(0, length)))).toEqual(all.subarray(0, length));
    }
  });

  it.each(['', 'abc', 'ab c', 'a===', '====', 'ab=d', 'abc=abcd', 'ab\n=', 'äbcd', 'ab-_', 'abcd\n'])(
    'leaves %j to atob',
    (text) => {
      expect(plainBase64Bytes(text)).toBeUndefined();
    },
  );
});

describe('decompressPage', () => {
  const compressed = (text: string): string => toBase64(deflateRawSync(bytes(text)));
  const read = (text: string): string => decompressPage(compressed(text), 'Page 1', new Inflation(DEFAULT_LIMITS));

  it.each([
    ['%3Cmx%20a%3D%22%C3%A9%22%2F%3E', '<mx a="é"/>'],
    ['<mx a="100%"/>', '<mx a="100%"/>'],
    ['<mx a="é"/>', '<mx a="é"/>'],
  ])('reads %j', (written, text) => {
    expect(read(written)).toBe(text);
  });

  it('passes over blanks in base64', () => {
    const text = compressed('%3Cmx%2F%3E');
    expect(decompressPage(`${text.slice(0, 4)}\n${text.slice(4)}`, 'Page 1', new Inflation(DEFAULT_LIMITS))).toBe(
      '<mx/>',
    );
  });
});
