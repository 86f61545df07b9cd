/**
 * The engine as modules of the site's own that the pages load as they are. It has been through a bundler that left
 * out what isn't needed: to look for that once more in four megabytes took longer than the rest of the site.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildResult, build } from 'esbuild';
import type { UserConfig } from 'vitepress';

/** The folder of the site that they lie in. */
const FOLDER = 'mxsvg';

type VitePlugin = NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number];

interface PackedEngine {
  /** Leads imports of the entries to the modules. Does nothing while the site is worked on. */
  readonly plugin: VitePlugin;
  /** Writes the modules into the built site. */
  write(site: string): void;
}

/** `entries`: files of the built package. `base`: where the site lies on its host, with a slash at its end. */
export function packedEngine(entries: readonly string[], base: string): PackedEngine {
  let packed: Promise<BuildResult<{ write: false; metafile: true }>> | undefined;
  let files: readonly { readonly path: string; readonly contents: Uint8Array }[] = [];
  const pack = () =>
    build({
      entryPoints: [...entries],
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      outdir: FOLDER,
      absWorkingDir: import.meta.dirname,
      entryNames: '[name].[hash]',
      chunkNames: '[name].[hash]',
      legalComments: 'inline',
      write: false,
      metafile: true,
    });
  return {
    plugin: {
      name: 'mxsvg-engine',
      apply: 'build',
      enforce: 'pre',
      async resolveId(id) {
        if (!entries.includes(id)) return null;
        packed ??= pack();
        const { metafile, outputFiles } = await packed;
        files = outputFiles;
        const [name] =
          Object.entries(metafile.outputs).find(
            ([, { entryPoint }]) => entryPoint !== undefined && path.resolve(import.meta.dirname, entryPoint) === id,
          ) ?? [];
        if (name === undefined) this.error(`${id} isn't among the modules of the engine.`);
        return { id: base + name, external: 'absolute' };
      },
    },
    write(site) {
      mkdirSync(path.join(site, FOLDER), { recursive: true });
      for (const file of files) writeFileSync(path.join(site, FOLDER, path.basename(file.path)), file.contents);
    },
  };
}
