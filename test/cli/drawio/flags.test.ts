/** Command lines taken apart as draw.io takes them. */
import { expect, test } from 'vitest';
import { readDrawioFlags } from '../../../src/cli/drawio/flags.js';

const read = (line: string) => {
  const { values, alone, inputs, own } = readDrawioFlags(line.split(' '));
  return { values: Object.fromEntries(values), alone: [...alone].sort(), inputs, own };
};

test.each([
  '-x --enable-logging --disable-dev-shm-usage --headless --in-process-gpu a.drawio',
  '-x --disable-features=DefaultPassthroughCommandDecoder --user-data-dir=/tmp/profile a.drawio',
  '-x --ozone-platform=headless --disable-gpu-sandbox a.drawio --no-sandbox',
  '-x --wrong-argument -w -j -Z a.drawio',
])('flags that nobody knows are passed over: %s', (line) => {
  expect(read(line)).toEqual({ values: {}, alone: ['export'], inputs: ['a.drawio'], own: [] });
});

test('letters are joined, the last of them to its value', () => {
  const expected = { values: { format: 'png' }, alone: ['all-pages', 'export'], inputs: ['a'], own: [] };
  expect(read('-xafpng a')).toEqual(expected);
  expect(read('-xaf png a')).toEqual(expected);
  expect(read('-x -a --format=png a')).toEqual(expected);
});

test('letters count up to one that isn’t known', () => {
  expect(read('-xwr a')).toEqual({ values: {}, alone: ['export'], inputs: ['a'], own: [] });
});

test('what begins with a dash is never a value', () => {
  expect(read('-x -o -f svg a')).toEqual({ values: { format: 'svg' }, alone: ['export'], inputs: ['a'], own: [] });
});

test('the last value counts', () => {
  expect(read('-s 2 --scale 3').values).toEqual({ scale: '3' });
});

test('behind -- are inputs alone', () => {
  expect(read('-x -- a -k b')).toEqual({ values: {}, alone: ['export'], inputs: ['a', 'b'], own: [] });
});

test('flags of mxsvg’s own keep their values', () => {
  expect(read('-x --font a.ttf --pretty --limit=cells=10 --watch b').own).toEqual([
    '--font=a.ttf',
    '--pretty',
    '--limit=cells=10',
  ]);
});
