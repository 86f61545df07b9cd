/** The public names of the library under Node. */
export * from './browser.js';
export {
  check,
  compare,
  comparePng,
  describe,
  drawioXml,
  fix,
  layers,
  layout,
  mermaidTexts,
  parse,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
  renderTo,
  renderWebp,
  verify,
} from './platform/node/library.js';
export { nodeFontSupport } from './platform/node/machineFonts.js';
export { createMathTypesetter } from './platform/node/mathTypesetter.js';
export { folderAssets, nodeAssets } from './platform/node/packagedAssets.js';
export { userAssets } from './platform/node/userAssets.js';
