/** The examples of a service: they are YAML, and the commands in them are ones that mxsvg has. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, parse as parseYaml } from 'yaml';
import { COMMAND, PROJECT } from '../cli/command.js';

const read = (name: string): string => readFileSync(path.join(PROJECT, 'examples/serve', name), 'utf8');

/** What the command says of words: undefined where it takes them all. Redis isn't there, and no port is free for it. */
function complaint(words: readonly string[]): string | undefined {
  const [part, ...others] = words;
  const args = part === 'queue' ? [part, ...others, '--help'] : [...words, '--help'];
  const help = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });
  if (help.status !== 0) return help.stderr;
  const unknown = words
    .filter((word) => word.startsWith('-'))
    .find((word) => !new RegExp(`(^|[ ,])${word}\\b`, 'm').test(help.stdout));
  return unknown;
}

interface Service {
  readonly command: readonly string[];
  readonly image: string;
  readonly healthcheck?: { readonly test: readonly string[] };
}

describe('compose.yaml', () => {
  const { services } = parseYaml(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
  const own = Object.entries(services).filter(([, { image }]) => image === 'mxsvg-service');

  test('has the server, and all parts of the queue', () => {
    const parts = own.map(([, { command }]) =>
      command
        .filter((word) => /^[a-z]+$/.test(word))
        .slice(0, 2)
        .join(' '),
    );
    expect(parts.sort()).toEqual(['queue add', 'queue status', 'queue work', 'serve']);
  });

  test.each(own)('names a command that there is: %s', (_, { command }) => {
    expect(complaint(command)).toBeUndefined();
  });
});

describe('kubernetes.yaml', () => {
  const documents = parseAllDocuments(read('kubernetes.yaml')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as { kind: string; metadata: { name: string }; spec: Record<string, never> };
  });
  const deployments = documents.filter(({ kind }) => kind === 'Deployment');
  interface Container {
    readonly args: readonly string[];
    readonly livenessProbe?: { readonly httpGet: { readonly path: string } };
    readonly readinessProbe?: { readonly httpGet: { readonly path: string } };
  }
  const containers = deployments.flatMap(
    ({ spec }) => (spec as unknown as { template: { spec: { containers: Container[] } } }).template.spec.containers,
  );

  test('names commands that there are', () => {
    expect(containers).toHaveLength(2);
    for (const { args } of containers) expect(complaint(args)).toBeUndefined();
  });

  test('asks for what the server answers, and scales what is there', () => {
    const paths = containers.flatMap(({ livenessProbe, readinessProbe }) => [
      ...(livenessProbe ? [livenessProbe.httpGet.path] : []),
      ...(readinessProbe ? [readinessProbe.httpGet.path] : []),
    ]);
    expect(paths).toEqual(['/live', '/health']);
    const source = readFileSync(path.join(PROJECT, 'src/server/server.ts'), 'utf8');
    for (const each of paths) expect(source).toContain(`app.get('${each}'`);
    const scaled = documents
      .filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject')
      .map(({ spec }) => (spec as unknown as { scaleTargetRef: { name: string } }).scaleTargetRef.name);
    expect(scaled.sort()).toEqual(deployments.map(({ metadata }) => metadata.name).sort());
  });
});

test('the image installs what the commands ask for, which package.json lists as optional', () => {
  const { peerDependencies } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
    peerDependencies: Readonly<Record<string, string>>;
  };
  const asked = ['server/serve.ts', 'queue/connect.ts'].flatMap((file) => {
    const source = readFileSync(path.join(PROJECT, 'src', file), 'utf8');
    const list = /loadPackages\(\s*'[^']*',\s*\[([^\]]*)\]/.exec(source)?.[1] ?? '';
    return [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
  });
  const installed = /npm install --global mxsvg ([a-z -]+?) &&/.exec(read('Dockerfile'))?.[1]?.split(' ');
  expect(installed?.sort()).toEqual(asked.sort());
  expect(Object.keys(peerDependencies)).toEqual(expect.arrayContaining(asked));
});
