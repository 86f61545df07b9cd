/** `mxsvg report`: an archive that shows what is wrong, and nothing else. */
import { existsSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ORDERS } from '../describe/diagram.js';
import { commandPlace } from './command.js';

const place = commandPlace();

const unpacked = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(place.bytes(name))).map(([entry, bytes]) => [entry, new TextDecoder().decode(bytes)]),
  );

test('packs diagram, picture and versions beside the diagram, with other words', async () => {
  writeFileSync(place.at('orders.drawio'), ORDERS);
  const { code, output } = await place.run(['report', 'orders.drawio', '-p', 'Stock']);
  expect([code, output]).toEqual([
    0,
    'orders-report.zip: diagram.drawio, picture.svg, report.md\n' +
      'Its words are replaced: look at picture.svg before you send it.\n',
  ]);
  const entries = unpacked('orders-report.zip');
  expect(Object.keys(entries)).toEqual(['diagram.drawio', 'picture.svg', 'report.md']);
  expect(entries['report.md']).toMatch(
    /^# A picture that is wrong\n[\s\S]*\n- mxsvg \S+ \(draws as draw\.io [\d.]+\)\n- Node /,
  );
  for (const text of Object.values(entries)) expect(text).not.toMatch(/shelf|orders|stock/i);
  // "Shelf", as wide.
  expect(entries['picture.svg']).toContain('>Ennit<');
});

test('leaves the words where that is asked for', async () => {
  writeFileSync(place.at('orders.drawio'), ORDERS);
  await place.run(['report', 'orders.drawio', '-p', '2', '--keep-text', '-o', 'r.zip']);
  expect(unpacked('r.zip')['picture.svg']).toContain('Shelf');
});

test('overwrites nothing that it was not told to', async () => {
  writeFileSync(place.at('orders.drawio'), ORDERS);
  writeFileSync(place.at('orders-report.zip'), 'mine');
  const { code, errors } = await place.run(['report', 'orders.drawio']);
  expect([code, errors]).toEqual([1, 'mxsvg: orders-report.zip is there already: name another with -o.\n']);
  expect(place.read('orders-report.zip')).toBe('mine');
});

test('says what is wrong', async () => {
  writeFileSync(place.at('orders.drawio'), ORDERS);
  expect((await place.run(['report', 'none.drawio'])).errors).toBe('mxsvg: none.drawio: there is no such file.\n');
  expect((await place.run(['report', '-'])).code).toBe(2);
  expect((await place.run(['report', 'orders.drawio', '-p', '7'])).errors).toContain(
    'There is no page "7". The file has: 1 "Orders", 2 "Stock".',
  );
  expect(existsSync(place.at('orders-report.zip'))).toBe(false);
});
