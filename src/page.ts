/** The public names of the library in a web page: all that index.ts has. */
export * from './browser.js';
export {
  check,
  compare,
  comparePng,
  createMathTypesetter,
  describe,
  drawioXml,
  fix,
  folderAssets,
  layers,
  layout,
  nodeAssets,
  nodeFontSupport,
  parse,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
  userAssets,
  verify,
} from './platform/browser/library.js';
