/** The public names of the library under Node. */
export * from './browser.js';
export {
  compare,
  comparePng,
  drawioXml,
  layers,
  layout,
  parse,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
  verify,
} from './node.js';
export { folderAssets, nodeAssets } from './nodeAssets.js';
export { nodeFontSupport } from './nodeFontSupport.js';
export { createMathTypesetter } from './nodeMath.js';
export { userAssets } from './nodeUserAssets.js';
