/** A run that fails or is killed leaves the picture whole that was there before. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMAND, commandPlace } from './command.js';

const OLD = '<svg>the old picture</svg>';
const box = (i: number): string =>
  `<mxCell id="b${i}" value="label ${i}" style="html=1;rounded=1;" vertex="1" parent="1"><mxGeometry x="${(i % 40) * 100}" y="${i}" width="90" height="40" as="geometry"/></mxCell>`;
const DIAGRAM = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${Array.from({ length: 3000 }, (_, i) => box(i)).join('')}</root></mxGraphModel>`;

describe('the old picture', () => {
  const place = commandPlace();

  test.each<[string, string, readonly string[]]>([
    ['of a broken diagram', '<mxfile><diagram>…', []],
    ['of a page that isn’t there', DIAGRAM, ['-p', '7']],
  ])('stays where a run fails: %s', (_name, diagram, flags) => {
    writeFileSync(place.at('a.drawio'), diagram);
    writeFileSync(place.at('a.svg'), OLD);
    expect(place.runProcess([...flags, '-o', 'a.svg', 'a.drawio']).code).not.toBe(0);
    expect(place.read('a.svg')).toBe(OLD);
    expect(place.files()).toEqual(['a.drawio', 'a.svg']);
  });

  test('stays, or is replaced by a whole one, where a run is killed', async () => {
    writeFileSync(place.at('a.drawio'), DIAGRAM);
    expect(place.runProcess(['-o', 'new.svg', 'a.drawio']).code).toBe(0);
    const whole = place.read('new.svg');
    for (const delay of [50, 150, 250, 350, 450, 600, 800]) {
      writeFileSync(place.at('a.svg'), OLD);
      const child = spawn(process.execPath, [COMMAND, '-o', place.at('a.svg'), place.at('a.drawio')], {
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGKILL');
      await ended;
      expect([OLD, whole]).toContain(readFileSync(place.at('a.svg'), 'utf8'));
    }
  });
});
