/** The Dockerfile's form: instructions that there are, versions that are named, no root, and commands that mxsvg has. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../cli/command.js';

const lines = readFileSync(path.join(PROJECT, 'Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '');
const instructions = lines.map((line) => {
  const [, name = '', words = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
  return { name, words: words.trim() };
});
const all = (name: string): string[] => instructions.filter((each) => each.name === name).map(({ words }) => words);

test('has only instructions that there are, stages first', () => {
  const known = ['FROM', 'ARG', 'RUN', 'COPY', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD'];
  expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
  expect(instructions[0]?.name).toBe('FROM');
});

test('names the versions of its images', () => {
  for (const image of all('FROM')) expect(image).toMatch(/^[\w/.-]+:\d[\w.-]*( AS \w+)?$/);
});

test('copies from a stage that there is, to where the links lead', () => {
  const stages = all('FROM').flatMap((image) => / AS (\w+)$/.exec(image)?.[1] ?? []);
  const [, stage, from, to] = /^--from=(\w+) (\S+) (\S+)$/.exec(all('COPY')[0] ?? '') ?? [];
  expect(stages).toContain(stage);
  expect(from).toBe(all('WORKDIR')[0]);
  const links = [
    ...all('RUN')
      .join(' ')
      .matchAll(/ln -s (\S+) (\S+)/g),
  ];
  expect(links.map(([, , name]) => name)).toEqual(['/usr/local/bin/mxsvg', '/usr/local/bin/drawio']);
  for (const [, target] of links) expect(target?.startsWith(`${to}/node_modules/.bin/`)).toBe(true);
});

test('runs as a user without rights, and begins in the exec form', () => {
  expect(all('USER')).toEqual(['mxsvg']);
  expect(JSON.parse(all('ENTRYPOINT')[0] ?? '')).toEqual(['mxsvg']);
  expect(JSON.parse(all('CMD')[0] ?? '')).toEqual(['--help']);
});
