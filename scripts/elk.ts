/** Bundles what lays graphs out as ELK does, a Java library as JavaScript, into one script, for Node and for web pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ELK_VARIABLE } from '../src/elk/elkScript.js';

const require = createRequire(import.meta.url);

const { version } = require('elkjs/package.json') as { readonly version: string };

/** The methods of lists that each loop of its algorithms calls, however short their names are. */
const COUNTED: readonly RegExp[] = [
  // The next of an array, the next of a linked list, the element at a place.
  /function \w+\(a\)\{(?=\w+\(a\.a<a\.c\.c\.length\);a\.b=a\.a\+\+;return a\.c\.c\[a\.b\]\})/g,
  /function \w+\(a\)\{(?=\w+\(a\.b!=a\.d\.c\);a\.c=a\.b;a\.b=a\.b\.a;\+\+a\.a;return a\.c\.c\})/g,
  /function \w+\(a,b\)\{(?=\w+\(b,a\.c\.length\);return a\.c\[b\]\})/g,
];

function withCountedSteps(source: string): string {
  return COUNTED.reduce((text, pattern) => {
    if (text.match(pattern)?.length !== 1)
      throw new Error(`The package elkjs has no ${pattern}: its version is another.`);
    return text.replace(pattern, '$&countStep();');
  }, source);
}

/** Steps are told to who counts them so many at a time. */
const STEPS_AT_ONCE = 1024;

/**
 * It is made as a worker, and asks for what is of a page or a thread: it sees none of these, so that it answers at once
 * and sets nothing outside of itself.
 */
const script = (
  worker: string,
): string => `/*! ELK by elkjs ${version}, EPL-2.0: see elk-LICENSE.txt; the source is at https://github.com/kieler/elkjs. */
var ${ELK_VARIABLE}=(()=>{
let steps=0,count;
const countStep=()=>{if((++steps&${STEPS_AT_ONCE - 1})===0&&count)count(${STEPS_AT_ONCE})};
const define=(module,exports,Error,window,self,document)=>{${worker}
};
const later=()=>0;
return{createEngine(algorithms){
const module={exports:{}};
const LocalError=class extends Error{};
define(module,module.exports,LocalError,{Array,Date,Error:LocalError,Function,Map,Math,setTimeout:later,clearTimeout:later});
const worker=new module.exports.Worker();
worker.onmessage=()=>{};
const dispatch=(data)=>worker.dispatcher.dispatch({data});
dispatch({id:0,cmd:'register',algorithms});
return{layout(graph,counter){
steps=0;count=counter;
try{dispatch({id:1,cmd:'layout',graph,layoutOptions:{},options:{}})}finally{count=undefined}
return graph}}}}})();
`;

/** Writes the script, which sets the variable ELK_VARIABLE. */
export function bundleElk(outfile: string): void {
  const worker = readFileSync(require.resolve('elkjs/lib/elk-worker.min.js'), 'utf8');
  writeFileSync(outfile, script(withCountedSteps(worker)));
}
