/** The style sheet of the HTML output. It holds no "<" or "&", so that the document is well-formed XML too. */
export const VIEWER_STYLES = `
:root { color-scheme: light dark; --back: #eceff1; --front: #1b1f23; --bar: #ffffff; --line: #c9ced3; --paper: #ffffff; --accent: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --back: #16181a; --front: #e3e6e8; --bar: #24272a; --line: #44494e; --accent: #8ab4f8; }
  :root[data-theme="auto"] { --paper: #121212; }
}
:root[data-theme="dark"] { --paper: #121212; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--front); font: 14px/1.4 system-ui, "Segoe UI", Arial, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: stretch; gap: 0 16px; background: var(--bar); border-bottom: 1px solid var(--line); }
nav { display: flex; flex: 1; min-width: 0; overflow-x: auto; }
nav a { padding: 9px 16px; color: inherit; text-decoration: none; white-space: pre; border-bottom: 3px solid transparent; }
nav a:hover { background: var(--back); }
nav a[aria-selected="true"] { border-bottom-color: var(--accent); font-weight: 600; }
.tools { display: flex; margin-left: auto; padding: 4px 8px; gap: 2px; }
.tools[hidden] { display: none; }
.tools a { padding: 4px 8px; color: inherit; }
button { min-width: 34px; padding: 4px 8px; color: inherit; background: none; border: 1px solid transparent; border-radius: 4px; font: inherit; cursor: pointer; }
button:hover { border-color: var(--line); }
button[data-zoom="actual"] { min-width: 68px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
section { margin: 24px; }
h2 { margin: 0 0 8px; font-size: 16px; font-weight: 600; }
.sheet { display: inline-block; max-width: 100%; padding: 12px; background: var(--paper); }
.sheet svg { display: block; max-width: 100%; height: auto; }
.viewer, .viewer body { height: 100%; overflow: hidden; }
.viewer body { display: flex; flex-direction: column; }
.viewer main { position: relative; flex: 1; min-height: 0; }
.viewer section { position: absolute; inset: 0; margin: 0; overflow: hidden; cursor: grab; touch-action: none; user-select: none; }
.viewer section.dragged { cursor: grabbing; }
.viewer section[hidden] { display: none; }
.viewer h2 { display: none; }
.viewer .sheet { position: absolute; left: 0; top: 0; max-width: none; transform-origin: 0 0; box-shadow: 0 0 0 1px var(--line); }
.viewer .sheet svg { max-width: none; }
@media print {
  @page { margin: 10mm; }
  :root, :root[data-theme="auto"] { color-scheme: light; --paper: #ffffff; }
  body { background: none; }
  header { display: none; }
  .viewer, .viewer body { height: auto; overflow: visible; }
  .viewer body { display: block; }
  section, .viewer section, .viewer section[hidden] { display: block; position: static; overflow: visible; margin: 0; break-inside: avoid; }
  section + section, .viewer section + section { break-before: page; }
  .viewer .sheet { position: static; transform: none !important; box-shadow: none; max-width: 100%; padding: 0; }
  .viewer .sheet svg { max-width: 100%; max-height: 100vh; height: auto; }
}
`;
