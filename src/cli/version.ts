/** Which draw.io the pictures are those of. */

/** The newest one that pictures were compared with. */
export const DRAWIO_VERSION = '30.2.7';

/** What --version prints. */
export const versionText = (version: string): string => `${version} (draws as draw.io ${DRAWIO_VERSION})`;
