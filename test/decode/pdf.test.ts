/** PDF files that hold a diagram: attached, as their Subject, and packed into object streams. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { deflate } from 'pako';
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { thrown } from './samples.js';

const file = (name: string): string =>
  `<mxfile><diagram name="${name}"><mxGraphModel><root/></mxGraphModel></diagram></mxfile>`;
const MEDIA_TYPE = 'application/vnd.jgraph.mxfile';

const nameIn = (pdf: Uint8Array): string | undefined => readContainer(pdf).pages[0]?.name;

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** A PDF written by hand: its information refers to, or holds, the given Subject. */
const withSubject = (subject: string, objects = ''): Uint8Array =>
  bytes(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${objects}2 0 obj\n<< /Title (x) /Subject ${subject} >>\nendobj\n` +
      'trailer\n<< /Root 1 0 R /Info 2 0 R >>\n%%EOF\n',
  );

describe('a diagram is read from', () => {
  test.each([true, false])('the file that draw.io attaches (objects packed: %s)', async (useObjectStreams) => {
    const document = await PDFDocument.create();
    document.addPage([100, 100]).drawText('Picture');
    await document.attach(new TextEncoder().encode(file('Ünï 日本')), 'diagram.xml', { mimeType: MEDIA_TYPE });
    expect(nameIn(await document.save({ useObjectStreams }))).toBe('Ünï 日本');
  });

  test('one attachment of several', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    await document.attach(bytes('<mxfile>of another kind</mxfile>'), 'a.txt', { mimeType: 'text/plain' });
    await document.attach(bytes(file('Marked')), 'b.xml', { mimeType: MEDIA_TYPE });
    expect(nameIn(await document.save())).toBe('Marked');
  });

  test('an attachment of another type', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    await document.attach(bytes(file('Unmarked')), 'plan.drawio', { mimeType: 'application/xml' });
    expect(nameIn(await document.save())).toBe('Unmarked');
  });

  test.each([true, false])('the Subject that a library writes (objects packed: %s)', async (useObjectStreams) => {
    const document = await PDFDocument.create();
    document.addPage();
    document.setSubject(encodeURIComponent(file('Sübject')));
    expect(nameIn(await document.save({ useObjectStreams }))).toBe('Sübject');
  });

  const encoded = encodeURIComponent(file('(A) \\ B'));
  const literal = encoded.replace(/[()\\]/g, '\\$&');
  test.each([
    ['a literal', withSubject(`(${literal})`)],
    ['a literal with balanced parentheses', withSubject(`(${encoded.replace(/\\/g, '\\\\')})`)],
    ['a literal in several lines', withSubject(`(${literal.replace(/(%3Cdiagram)/, '\\\n$1')})`)],
    ['a literal with octal codes', withSubject(`(${literal.replace('%3C', '\\0453C')})`)],
    ['hexadecimal', withSubject(`<${Array.from(encoded, (c) => c.charCodeAt(0).toString(16)).join(' ')}>`)],
    ['a literal that another program escaped again', withSubject(`(${literal.replace(/[()\\]/g, '\\$&')})`)],
    ['another object', withSubject('3 0 R', `3 0 obj\n(${literal})\nendobj\n`)],
  ])('the Subject as %s', (_kind, pdf) => {
    expect(nameIn(pdf)).toBe('(A) \\ B');
  });

  test('the newest of several versions', () => {
    const changed = `2 0 obj\n<< /Subject (${encodeURIComponent(file('New'))}) >>\nendobj\n`;
    const old = withSubject(`(${encodeURIComponent(file('Old'))})`);
    expect(nameIn(new Uint8Array([...old, ...bytes(changed)]))).toBe('New');
  });

  test('a stream whose length is elsewhere, in base64', () => {
    const data = deflate(bytes(btoa(file('Base64'))));
    const head = '%PDF-1.7\n5 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length 6 0 R >>\nstream\n';
    expect(nameIn(new Uint8Array([...bytes(head), ...data, ...bytes('\nendstream\nendobj\n')]))).toBe('Base64');
  });
});

describe('no diagram is found in', () => {
  test('a plain PDF', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.setSubject('A subject of its own');
    await document.attach(bytes('hello'), 'hello.txt', { mimeType: 'text/plain' });
    const pdf = await document.save();
    const error = thrown(() => readContainer(pdf));
    expect(error.code).toBe('not-a-diagram');
    expect(error.message).toMatch(/PDF holds no diagram/);
  });

  test('an encrypted PDF, which is told apart', () => {
    const pdf = bytes('%PDF-1.7\ntrailer\n<< /Encrypt 7 0 R /Root 1 0 R >>\n');
    expect(thrown(() => readContainer(pdf)).message).toMatch(/encrypted/);
  });

  test.each([
    ['heads without objects', '1 0 obj '.repeat(200_000)],
    ['streams without end', '1 0 obj\n<</Type/EmbeddedFile>>stream\n'.repeat(50_000)],
    ['subjects without end', '/Subject ('.repeat(20_000)],
  ])('%s', { tags: 'heavy' }, (_kind, body) => {
    expect(thrown(() => readContainer(bytes(`%PDF-1.7\n${body}`))).code).toBe('not-a-diagram');
  });

  test('references in a circle', () => {
    const circle = '1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\n3 0 obj\n<</Subject 1 0 R>>\nendobj\n';
    expect(thrown(() => readContainer(bytes(`%PDF-1.7\n${circle}`))).code).toBe('not-a-diagram');
  });

  test('streams that inflate without end', () => {
    const data = deflate(new Uint8Array(3 * 1024 * 1024));
    const stream = (n: number): readonly number[] => [
      ...bytes(`${n} 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${data.length}>>\nstream\n`),
      ...data,
      ...bytes('\nendstream\nendobj\n'),
    ];
    const pdf = new Uint8Array([...bytes('%PDF-1.7\n'), ...stream(1), ...stream(2)]);
    const limits = { ...DEFAULT_LIMITS, inflatedBytes: 4 * 1024 * 1024 };
    expect(thrown(() => readContainer(pdf, limits)).code).toBe('limit-exceeded');
  });
});
