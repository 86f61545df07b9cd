/** `mxsvg describe` and `--accessible`, run as their users run them. */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ORDERS } from '../describe/diagram.js';
import { commandPlace } from './command.js';

const place = commandPlace();

test('tells in text what a diagram says', async () => {
  writeFileSync(place.at('a.drawio'), ORDERS);
  expect(await place.run(['describe', '-p', 'Stock', 'a.drawio'])).toMatchObject({
    code: 0,
    output: 'Page 2 "Stock"\n  Shelf\n',
    errors: '',
  });
});

test('writes what other programs read', async () => {
  writeFileSync(place.at('a.drawio'), ORDERS);
  const run = async (format: string): Promise<string> =>
    (await place.run(['describe', '--format', format, 'a.drawio'])).output;
  expect(JSON.parse(await run('json')).pages.map(({ name }: { name: string }) => name)).toEqual(['Orders', 'Stock']);
  expect(await run('mermaid')).toMatch(/^%% Orders\n[\s\S]*\nflowchart LR\n {2}subgraph npool \["Shop"\]\n/);
  expect(await run('dot')).toMatch(/^digraph "Orders" \{\n[\s\S]*\n\}\n\ndigraph "Stock" \{\n/);
});

test('reads standard input, and Mermaid text', async () => {
  const { output } = await place.run(
    ['describe', '-'],
    new TextEncoder().encode('flowchart LR\n  a[Write] -->|ok| b{Done?}'),
  );
  expect(output).toContain('Write [rectangle]\n    Done? [diamond]\n');
  expect(output).toContain('Write -> Done?: ok');
});

test('says what is wrong', async () => {
  writeFileSync(place.at('a.drawio'), ORDERS);
  expect(await place.run(['describe', 'none.drawio'])).toMatchObject({
    code: 1,
    errors: 'mxsvg: none.drawio: there is no such file.\n',
  });
  expect(await place.run(['describe', '-p', '7', 'a.drawio'])).toMatchObject({
    code: 1,
    errors: 'mxsvg: There is no page "7". The file has: 1 "Orders", 2 "Stock".\n',
  });
  expect((await place.run(['describe', '--format', 'svg', 'a.drawio'])).code).toBe(2);
});

test('nothing that a diagram holds acts in a terminal', async () => {
  writeFileSync(place.at('a.drawio'), ORDERS.replace('value="Shelf"', 'value="::add-mask::x &#x9b;31m"'));
  const { output } = await place.run(['describe', '-p', '2', 'a.drawio']);
  expect(output).toBe('Page 2 "Stock"\n  :\\u003aadd-mask:\\u003ax \\u009b31m\n');
});

test('pictures say what is on them where that is asked for', async () => {
  writeFileSync(place.at('a.drawio'), ORDERS);
  expect((await place.run(['--accessible', '-a', '-o', 'out/{index}.svg', 'a.drawio'])).code).toBe(0);
  const [first, second] = place
    .files()
    .filter((name) => name.startsWith('out/'))
    .map((name) => place.read(name));
  expect(first).toContain('<title id="title">Orders</title><desc id="description">Shapes: Shop (holds ');
  expect(second).toContain(' role="img"');
});
