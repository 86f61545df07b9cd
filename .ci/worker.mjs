// Runs examples/worker in workerd: worker.mjs WORKERD PROJECT PLACE. What it draws must be what Node draws.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

const [workerd, project, place] = process.argv.slice(2);
const { build } = createRequire(path.join(project, 'package.json'))('esbuild');
const { render } = createRequire(path.join(place, 'package.json'))('mxsvg');
const folder = path.join(place, 'worker');
mkdirSync(folder, { recursive: true });
cpSync(path.join(project, 'examples/worker/worker.js'), path.join(folder, 'worker.js'));

// As wrangler bundles: modules of WebAssembly stay what they are.
const wasm = new Map();
await build({
  entryPoints: [path.join(folder, 'worker.js')],
  outfile: path.join(folder, 'bundle.js'),
  bundle: true,
  format: 'esm',
  conditions: ['workerd', 'worker', 'browser'],
  logLevel: 'error',
  plugins: [
    {
      name: 'wasm',
      setup({ onResolve }) {
        onResolve({ filter: /\.wasm$/ }, ({ path: name }) => {
          const file = path.basename(name);
          wasm.set(file, path.join(place, 'node_modules/mxsvg/dist/assets', file));
          return { path: `./${file}`, external: true };
        });
      },
    },
  ],
});
for (const [name, file] of wasm) cpSync(file, path.join(folder, name));

const diagram =
  '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="e&#x301; &lt;b&gt;bold&lt;/b&gt;" style="html=1;shape=mxgraph.aws4.lambda_function;" vertex="1" parent="1"><mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>';
const files = createServer((_request, response) => response.end(diagram)).listen(0, '127.0.0.1');
await once(files, 'listening');
const host = `127.0.0.1:${files.address().port}`;
const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
free.close();

writeFileSync(
  path.join(folder, 'config.capnp'),
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "bundle.js", esModule = embed "bundle.js"),
        ${[...wasm.keys()].map((name) => `(name = "${name}", wasm = embed "${name}")`).join(', ')}],
      bindings = [(name = "ASSETS", service = "assets"), (name = "HOSTS", text = "${host}")],
      compatibilityDate = "2026-01-01")),
    (name = "assets", disk = (path = "${place}/node_modules/mxsvg/dist/assets")),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
`,
);

const server = spawn(workerd, ['serve', path.join(folder, 'config.capnp')], { stdio: ['ignore', 'inherit', 'inherit'] });
const failures = [];
try {
  const ask = async (query) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await fetch(`http://127.0.0.1:${port}/?${query}`);
      } catch (error) {
        if (attempt > 100 || server.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const drawn = await ask(`diagram=http://${host}/a.drawio`);
  const text = await drawn.text();
  if (drawn.status !== 200 || text !== render(diagram, { systemFonts: 'none' })) failures.push(`drawn: ${drawn.status} ${text.slice(0, 300)}`);
  const missing = await ask(`diagram=http://${host}/a.drawio&page=7`);
  if (missing.status !== 422) failures.push(`a page that is not there: ${missing.status}`);
  const stranger = await ask('diagram=http://127.0.0.1:1/a.drawio');
  if (stranger.status !== 400) failures.push(`another host: ${stranger.status}`);
} catch (error) {
  failures.push(String(error));
} finally {
  server.kill();
  files.close();
}
for (const failure of failures) console.error(`not so: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
