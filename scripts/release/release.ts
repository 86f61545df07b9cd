/**
 * Publishes a version: `npm run release` looks that nothing stands in the way, and prints what is missing;
 * `npm run release -- --publish` then hands the package to npm, with the provenance that a workflow's token gives it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { changelogFaults, type Manifest, type PackedFile, packageFaults } from './packed.js';

const { values } = parseArgs({ options: { publish: { type: 'boolean', default: false } } });

const output = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
// What is in dist is packed: the build has to be this one.
execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
const [packed] = JSON.parse(output('npm', 'pack', '--dry-run', '--json', '--ignore-scripts')) as readonly [
  { readonly size: number; readonly files: readonly PackedFile[] },
];

const faults = [
  ...packageFaults(manifest, packed.files, packed.size),
  ...changelogFaults(readFileSync('CHANGELOG.md', 'utf8'), manifest.version),
  ...(output('git', 'status', '--porcelain') === '' ? [] : ['There are changes that are not committed.']),
];
if (values.publish) {
  const tag = output('git', 'tag', '--points-at', 'HEAD').split('\n');
  if (!tag.includes(`v${manifest.version}`)) faults.push(`The commit has no tag v${manifest.version}.`);
}
for (const fault of faults) console.error(fault);
const megabytes = (packed.size / 1024 / 1024).toFixed(1);
console.log(`mxsvg ${manifest.version}: ${packed.files.length} files, ${megabytes} MB packed.`);
if (faults.length > 0) process.exitCode = 1;
else if (values.publish) execFileSync('npm', ['publish', '--provenance', '--access', 'public'], { stdio: 'inherit' });
