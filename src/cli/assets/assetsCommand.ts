/** The command line of `mxsvg assets`. */
import { Command } from 'commander';

/** What is asked of the user's own stencils and icons. */
export type AssetsCommand =
  | { readonly action: 'add'; readonly source: string; readonly quiet: boolean }
  | { readonly action: 'list' }
  | { readonly action: 'remove'; readonly names: readonly string[]; readonly all: boolean }
  | { readonly action: 'path' };

const SOURCES = `
SOURCE is what has draw.io's files: a folder of its web application, a draw.war or another zip of that, the app.asar of
draw.io desktop or the folder where it is installed (such as /opt/drawio), or an http(s) address of such an archive.
The bundled stencils and icons are those of draw.io 14.6; what is added goes before them in all that the command draws.
draw.io's licence says what its stencils and icons may be used for: it is kept with them.`;

/** `likeMain` sets how a command complains and ends. */
export function defineAssets(likeMain: (command: Command) => Command, done: (command: AssetsCommand) => void): Command {
  const add = likeMain(new Command('add'))
    .description('Takes the stencils and icons of a newer draw.io.')
    .argument('<source>', 'a folder, an archive or the address of an archive')
    .option('--quiet', 'leave out progress and summary')
    .addHelpText('after', SOURCES)
    .action((source: string, { quiet = false }: { readonly quiet?: boolean }) =>
      done({ action: 'add', source, quiet }),
    );
  const list = likeMain(new Command('list'))
    .description('Lists what is added; what stands first is asked first.')
    .action(() => done({ action: 'list' }));
  const remove = likeMain(new Command('remove'))
    .description('Removes what was added.')
    .argument('[name...]', 'names or sources as list prints them')
    .option('--all', 'all of it')
    .action((names: readonly string[], { all = false }: { readonly all?: boolean }) =>
      done({ action: 'remove', names, all }),
    );
  const where = likeMain(new Command('path'))
    .description('Prints the folder that it is kept in; the variable MXSVG_ASSETS names another.')
    .action(() => done({ action: 'path' }));
  const command = new Command('assets').description(
    'Adds the stencils and icons of a newer draw.io, from a copy of it.',
  );
  for (const each of [add, list, remove, where]) command.addCommand(each);
  return likeMain(command);
}
