/** A Cloudflare Worker that draws a diagram by its address: https://…/?diagram=https://files.example/a.drawio&page=2 */
import { createBrowserRenderer, MxsvgError } from 'mxsvg/browser';
import harfbuzzSubset from 'mxsvg/assets/harfbuzz-subset.wasm';
import harfbuzz from 'mxsvg/assets/harfbuzz.wasm';

/** A Worker runs only modules that it was deployed with. */
const MODULES = { 'harfbuzz.wasm': harfbuzz, 'harfbuzz-subset.wasm': harfbuzzSubset };

/** Larger files are no diagrams that anyone waits for, bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

let renderer;

/** Kept for the next request: what was loaded is there then. ASSETS serves the package's dist/assets. */
const rendererFor = ({ ASSETS }) => {
  renderer ??= createBrowserRenderer({
    assets: 'https://assets.local/',
    compile: async (name) => MODULES[name],
    fetchBytes: async (address) => {
      const response = await ASSETS.fetch(address);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
  });
  return renderer;
};

/** HOSTS names, with spaces between, the hosts that diagrams may come from: a Worker that fetches anything is a proxy. */
const isAllowed = (address, { HOSTS = '' }) =>
  address !== null && URL.canParse(address) && HOSTS.split(' ').includes(new URL(address).host);

async function diagramAt(address) {
  const response = await fetch(address, { redirect: 'manual' });
  if (response.status !== 200 || Number(response.headers.get('content-length')) > MOST_BYTES) return undefined;
  const chunks = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const refused = (status, message) => new Response(`${message}\n`, { status });

export default {
  async fetch(request, env) {
    const parameters = new URL(request.url).searchParams;
    const address = parameters.get('diagram');
    if (!isAllowed(address, env)) return refused(400, 'diagram must be an address on an allowed host.');
    const source = await diagramAt(address);
    if (source === undefined) return refused(502, 'There is no diagram to be had at this address.');
    try {
      const svg = await rendererFor(env).render(source, { page: parameters.get('page') ?? 1 });
      return new Response(svg, {
        headers: {
          'content-type': 'image/svg+xml',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
        },
      });
    } catch (error) {
      if (error instanceof MxsvgError) return refused(422, error.message);
      throw error;
    }
  },
};
