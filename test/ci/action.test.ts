/** The GitHub Action: its steps are run as a runner runs them, in a clone with a remote; `gh` and `npm` stand in for GitHub's. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { COMMAND, isPng, PROJECT } from '../cli/command.js';

interface Step {
  readonly name: string;
  readonly if?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parseYaml(readFileSync(path.join(PROJECT, 'action.yml'), 'utf8')) as Action;

const diagram = (label: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${label}" vertex="1" parent="1">` +
  `<mxGeometry width="120" height="60" as="geometry"/></mxCell></root></mxGraphModel>\n`;

let folder = '';
const at = (name: string): string => path.join(folder, name);
const write = (name: string, content: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};
const git = (...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], {
    cwd: at('clone'),
    encoding: 'utf8',
  }).trim();

/** Writes down how it was called, and answers as GitHub does for a pull request with or without an earlier comment. */
const GH = `#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
*--paginate*) cat "$EARLIER" ;;
*body=@*) cp "\${*##*body=@}" "$CALLS.body" ;;
esac
`;

/** What each test begins with, made once: a dozen processes. */
let beginning = '';

beforeAll(() => {
  beginning = mkdtempSync(path.join(tmpdir(), 'mxsvg-action-'));
  folder = beginning;
  mkdirSync(at('bin'));
  symlinkSync(COMMAND, at('bin/mxsvg'));
  for (const [name, text] of [
    ['gh', GH],
    ['npm', '#!/bin/sh\nprintf "%s\\n" "$*" >> "$CALLS"\n'],
  ] as const) {
    write(`bin/${name}`, text);
    chmodSync(at(`bin/${name}`), 0o755);
  }
  write('earlier', '');
  write('calls', '');
  write('github-path', '');
  execFileSync('git', ['init', '-q', '--bare', '--template=', at('remote.git')]);
  execFileSync('git', ['clone', '-q', '--template=', at('remote.git'), at('clone')], { stdio: 'ignore' });
  // The copies have their remotes beside them.
  git('remote', 'set-url', 'origin', '../remote.git');
  write('clone/docs/plan.drawio', diagram('Before'));
  write('clone/docs/with space & `tick.drawio', diagram('Stays'));
  git('add', '-A');
  git('commit', '-qm', 'One');
});
afterAll(() => rmSync(beginning, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-action-'));
  cpSync(beginning, folder, { recursive: true, verbatimSymlinks: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The value of an expression, as far as the action has any. */
const evaluated = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => values[name] ?? '');

/** Runs the steps whose conditions hold, until one fails. */
function run(inputs: Readonly<Record<string, string>>, github: Readonly<Record<string, string>> = {}) {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [
    `inputs.${name}`,
    evaluated(input.default, github),
  ]);
  const given = Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value]);
  const values: Record<string, string> = { ...github, ...Object.fromEntries([...defaults, ...given]) };
  const told: string[] = [];
  for (const step of action.runs.steps) {
    const [, name = '', wanted = ''] = /^([\w.-]+) == '(\w+)'$/.exec(step.if ?? '') ?? [];
    if (step.if !== undefined && values[name] !== wanted) continue;
    expect(step.shell).toBe('bash');
    const env = Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, evaluated(value, values)]));
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: at('clone'),
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        PATH: `${at('bin')}:${process.env.PATH}`,
        CALLS: at('calls'),
        EARLIER: at('earlier'),
        RUNNER_TEMP: at('temp'),
        GITHUB_PATH: at('github-path'),
        GITHUB_ACTION_PATH: PROJECT,
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REPOSITORY: 'some/where',
        MXSVG_ASSETS: at('user-assets'),
      },
    });
    told.push(`${step.name}: ${stdout}${stderr}`);
    if (status !== 0) return { failed: step.name, told: told.join('\n') };
  }
  return { failed: undefined, told: told.join('\n') };
}

const calls = (): string[] => readFileSync(at('calls'), 'utf8').split('\n').filter(Boolean);

test('no text of a workflow is a part of a command', () => {
  for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
});

test('inputs that steps read are declared, and all are read', () => {
  const text = JSON.stringify(action.runs.steps);
  const read = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
  expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
});

test('installs the version that is asked for', () => {
  expect(run({ version: '1.2.3' }).failed).toBeUndefined();
  expect(calls()[0]).toMatch(/^install .*--prefix \S+ mxsvg@1\.2\.3$/);
  expect(readFileSync(at('github-path'), 'utf8')).toBe(`${at('temp')}/mxsvg/node_modules/.bin\n`);
});

test('draws where it is told to', () => {
  const result = run({ draw: 'true', format: 'png', output: 'pictures', options: '-s 2', files: 'docs\n' });
  expect(result).toMatchObject({ failed: undefined });
  const png = readFileSync(at('clone/pictures/plan.png'));
  expect(isPng(png)).toBe(true);
  expect(png.readUInt32BE(16)).toBe(242);
});

test('fails where a picture is stale, and not where all are true', () => {
  execFileSync(process.execPath, [COMMAND, '-e', 'plan.drawio', '-o', 'plan.drawio.svg'], { cwd: at('clone/docs') });
  expect(run({ verify: 'true' }).failed).toBeUndefined();
  const picture = at('clone/docs/plan.drawio.svg');
  writeFileSync(picture, readFileSync(picture, 'utf8').replace('>Before<', '>Otherwise<'));
  expect(run({ verify: 'true' })).toMatchObject({ failed: 'Verify', told: expect.stringContaining('plan.drawio.svg') });
});

test('tells faults beside the lines of the diagram', () => {
  write('clone/docs/plan.drawio', diagram('x').replace('parent="1">', 'parent="gone">'));
  const { failed, told } = run({ check: 'true' });
  expect(failed).toBe('Check');
  expect(told).toMatch(/::error file=docs\/plan\.drawio/);
});

describe('a comment on a pull request', () => {
  const pull = () => ({
    'github.event.pull_request.base.sha': git('rev-parse', 'HEAD~1'),
    'github.event.pull_request.number': '7',
    'github.token': 'secret',
  });

  function change(): void {
    write('clone/docs/plan.drawio', diagram('After'));
    write('clone/docs/with space & `tick.drawio', diagram('Other'));
    git('commit', '-qam', 'Two');
  }

  test('has a picture of each diagram that changed', () => {
    change();
    expect(run({ comment: 'true' }, pull())).toMatchObject({ failed: undefined });
    expect(calls().at(-1)).toMatch(/^api --method POST repos\/some\/where\/issues\/7\/comments /);
    const body = readFileSync(at('calls.body'), 'utf8');
    const pictures = [
      ...body.matchAll(/\(https:\/\/github\.example\/some\/where\/blob\/mxsvg-pictures\/(7\/[\w-]+\.png)\?raw=true\)/g),
    ];
    expect(pictures).toHaveLength(2);
    for (const [, name] of pictures) {
      const blob = execFileSync('git', ['--git-dir', at('remote.git'), 'show', `mxsvg-pictures:${name}`]);
      expect(isPng(blob)).toBe(true);
    }
    expect(body).toContain('#### `docs/plan.drawio`');
    expect(body).toContain('#### `docs/with space &  tick.drawio`');
    expect(body).toMatch(/After/);
    expect(git('status', '--short')).toBe('');
  });

  test('is written anew by a later run, and keeps the pictures of others', () => {
    change();
    run({ comment: 'true' }, { ...pull(), 'github.event.pull_request.number': '6' });
    write('earlier', '42\n');
    expect(run({ comment: 'true' }, pull()).failed).toBeUndefined();
    expect(calls().at(-1)).toMatch(/^api --method PATCH repos\/some\/where\/issues\/comments\/42 /);
    const kept = execFileSync('git', ['--git-dir', at('remote.git'), 'ls-tree', '--name-only', 'mxsvg-pictures'], {
      encoding: 'utf8',
    });
    expect(kept).toBe('6\n7\n');
  });

  test('is not made without a change, or a pull request', () => {
    write('clone/readme.md', 'x');
    git('add', '-A');
    git('commit', '-qm', 'Two');
    expect(run({ comment: 'true' }, pull()).told).toContain('No diagram changed.');
    expect(run({ comment: 'true' }).told).toContain('There is no pull request');
    expect(existsSync(at('calls.body'))).toBe(false);
  });

  test('holds labels as words, not as markup', () => {
    write('clone/docs/plan.drawio', diagram('````&#10;# Owned @someone'));
    git('commit', '-qam', 'Two');
    expect(run({ comment: 'true' }, pull()).failed).toBeUndefined();
    const body = readFileSync(at('calls.body'), 'utf8');
    const [, fence = ''] = /^(`+)text$/m.exec(body) ?? [];
    const inside = body.slice(body.indexOf('text\n') + 5, body.lastIndexOf(fence));
    expect(inside).not.toContain(fence);
  });
});
