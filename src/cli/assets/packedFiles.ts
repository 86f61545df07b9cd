/** Which of a web application's files are packed: its stencil libraries and its icons. */

const IMAGE_FOLDERS = ['img/', 'stencils/clipart/', 'mxgraph/images/'];
const IMAGE_ENDING = /\.(?:svg|png|gif|jpe?g)$/i;

/** Whether a web application's file is a stencil library or an icon. */
export const isPacked = (path: string): boolean => isLibrary(path) || isImage(path);

export const isLibrary = (path: string): boolean => path.startsWith('stencils/') && path.endsWith('.xml');

export const isImage = (path: string): boolean =>
  IMAGE_FOLDERS.some((folder) => path.startsWith(folder)) && IMAGE_ENDING.test(path);
