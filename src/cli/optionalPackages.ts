/** The packages that only some commands need, which are installed by who uses those. */
import { UsageError } from './files.js';

/** What `load` imports. Throws UsageError that says what to install, where one of these packages isn't there. */
export async function loadPackages<T>(
  command: string,
  packages: readonly string[],
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const missing = packages.some((name) => isMissing(error, name));
    if (!missing) throw error;
    throw new UsageError(
      `${command} needs ${packages.length > 1 ? 'packages that are' : 'a package that is'} not installed: npm install ${packages.join(' ')}`,
      { cause: error },
    );
  }
}

const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error &&
  (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.includes(`'${name}'`);
