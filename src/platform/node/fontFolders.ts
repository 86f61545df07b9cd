/** Where fonts are installed, by operating system. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Folders that may not exist, and hold more folders. */
export function systemFontFolders(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
): readonly string[] {
  switch (platform) {
    case 'win32':
      return windowsFolders(environment);
    case 'darwin':
      return [
        '/System/Library/Fonts',
        '/System/Library/AssetsV2/com_apple_MobileAsset_Font7',
        '/Library/Fonts',
        path.join(homedir(), 'Library/Fonts'),
      ];
    default:
      return unixFolders(environment);
  }
}

function windowsFolders(environment: Environment): readonly string[] {
  const { LOCALAPPDATA, SystemRoot = 'C:\\Windows' } = environment;
  const local = LOCALAPPDATA === undefined ? [] : [path.win32.join(LOCALAPPDATA, 'Microsoft\\Windows\\Fonts')];
  return [path.win32.join(SystemRoot, 'Fonts'), ...local];
}

/** What fontconfig is told, and where it looks without that. */
function unixFolders(environment: Environment): readonly string[] {
  const home = environment.HOME ?? homedir();
  const dataHome = environment.XDG_DATA_HOME || path.join(home, '.local/share');
  const dataFolders = (environment.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':');
  const configuration = environment.FONTCONFIG_FILE ?? '/etc/fonts/fonts.conf';
  const folders = [
    ...dataFolders.filter((folder) => folder !== '').map((folder) => path.join(folder, 'fonts')),
    path.join(dataHome, 'fonts'),
    path.join(home, '.fonts'),
    ...configuredFolders(configuration, home, dataHome),
  ];
  return [...new Set(folders.map((folder) => path.resolve(folder)))];
}

function configuredFolders(file: string, home: string, dataHome: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // A machine without fontconfig: its fonts lie in the usual folders.
    return [];
  }
  return [...text.matchAll(/<dir(\s[^<>]*)?>([^<]+)<\/dir>/g)].flatMap(([, attributes = '', name = '']) => {
    const folder = name.trim();
    if (/prefix\s*=\s*["']xdg["']/.test(attributes)) return [path.join(dataHome, folder)];
    if (folder.startsWith('~')) return [path.join(home, folder.slice(1))];
    return path.isAbsolute(folder) ? [folder] : [];
  });
}
