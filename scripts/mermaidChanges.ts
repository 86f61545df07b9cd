/** What is changed in the sources of Mermaid's grammars: their work is counted, and done once. */

/**
 * What is put in place of parts of the package's source: the work of its loops is told to who counts it, and what it does
 * over for each step of a text is done once.
 */
const CHANGES: readonly (readonly [before: string, after: string])[] = [
  // A few tasks of a Gantt chart can last for thousands of days, and are looked at again and again.
  [
    'var isInvalidDate = /* @__PURE__ */ __name(function(date, dateFormat2, excludes2, includes2) {',
    'var isInvalidDate = /* @__PURE__ */ __name(function(date, dateFormat2, excludes2, includes2) { countDay();',
  ],
  // Some rules of a grammar look for a word anywhere in the rest of the line, at each token of it.
  ['next: /* @__PURE__ */ __name(function() {', 'next: /* @__PURE__ */ __name(function() { countToken(this._input);'],
  // The configuration is copied for each node and message: it changes only where a text sets it, at its beginning.
  ['return assignWithDepth_default({}, currentConfig);', 'return copyOnce(currentConfig, assignWithDepth_default);'],
  // Namespaces in namespaces have names as long as they are deep, each of which is taken apart.
  [
    'const ids = new Array(parts.length);',
    'const ids = new Array(parts.length); spend((parts.length * qualifiedId.length) / 600);',
  ],
  ['return nodes.find((node) => node.id === id);', 'return nodeOf(nodes, id);'],
  // A C4 diagram's elements and relations are looked for one by one.
  ['rels.find((rel', 'looked(rels).find((rel'],
  ['c4ShapeArray.find(', 'looked(c4ShapeArray).find('],
  ['boundaries.find(', 'looked(boundaries).find('],
  // Blocks and commits without a name get one by chance: ours are the same for the same text, as draw.io's are.
  ['return "id-" + Math.random().toString(36).substr(2, 12) + "-" + cnt;', 'return "id-" + cnt;'],
  ['return random({ length: 7 });', 'return hexOf(state.records.seq);'],
  // What an event model's grammar reads is told to its own drawing alone.
  ['  getDiagramProps,\n  getState\n};', '  getDiagramProps,\n  getAst: () => store.ast\n};'],
  // The configuration is copied again and again: to define a property takes long.
  [
    `Object.defineProperty(dst, key, {
            value: void 0,
            writable: true,
            enumerable: true,
            configurable: true
          });`,
    'put(dst, key, void 0);',
  ],
  [
    `Object.defineProperty(dst, key, {
            value: srcValue,
            writable: true,
            enumerable: true,
            configurable: true
          });`,
    'put(dst, key, srcValue);',
  ],
  [
    'Object.entries(src).forEach(([key, srcValue]) => {',
    'Object.keys(src).forEach((key) => { const srcValue = src[key];',
  ],
  [
    'return [...res, prefix + el, ...keyify(obj[el], "")];',
    'res.push(prefix + el, ...keyify(obj[el], "")); return res;',
  ],
  ['return [...res, prefix + el];', 'res.push(prefix + el); return res;'],
  // At the start there is nothing to set back, and nobody who is told anything.
  ['setLogLevel(getConfig().logLevel);\nreset(getConfig());', ''],
  // What writes YAML is asked by nobody.
  ['const dumper2 = requireDumper();', ''],
  ['jsYaml.dump = dumper2.dump;', ''],
  ['stack = stack.slice(0, -1 * len * 2);', 'stack.length -= len * 2;'],
  ['vstack = vstack.slice(0, -1 * len);', 'vstack.length -= len;'],
  ['lstack = lstack.slice(0, -1 * len);', 'lstack.length -= len;'],
];

const changed = new Set<string>();

export function withCountedWork(source: string): string {
  return CHANGES.reduce((text, [before, after]) => {
    if (text.includes(before)) changed.add(before);
    return text.replaceAll(before, after);
  }, source);
}

/** Throws where a part that is to be changed wasn't there. */
export function requireAllChanges(): void {
  const missing = CHANGES.find(([before]) => !changed.has(before));
  if (missing) throw new Error(`The package mermaid has no "${missing[0]}": its version is another.`);
}

/** What the changes call: a day's date is written in several ways, and what is left of a line is searched. */
export const HELPERS = `
const countDay = () => spend(15);
const countToken = (input) => {
  const end = input.indexOf('\\n');
  spend(0.3 + (end < 0 ? input.length : end) / 800);
};
const looked = (list) => {
  spend(list.length / 500);
  return list;
};
const put = (object, key, value) => {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
};
let copied, copy;
const copyOnce = (config, assign) => {
  if (copied !== config) copy = assign({}, (copied = config));
  return copy;
};
const hexOf = (number) => (Math.imul(number, 0x9e3779b9) >>> 0).toString(16).padStart(8, '0').slice(0, 7);
const indexes = new WeakMap();
const nodeOf = (nodes, id) => {
  const index = indexes.get(nodes) ?? { known: new Map(), count: 0 };
  indexes.set(nodes, index);
  for (; index.count < nodes.length; index.count++) {
    const node = nodes[index.count];
    if (!index.known.has(node.id)) index.known.set(node.id, node);
  }
  return index.known.get(id);
};`;

/** The names that a changed source asks for. */
export const HELPER_NAMES = ['spend', 'countDay', 'countToken', 'looked', 'put', 'copyOnce', 'hexOf', 'nodeOf'];
