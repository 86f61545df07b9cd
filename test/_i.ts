import { parseMermaid } from '../src/mermaid/text/parse.js';
import { mermaidToDrawio } from '../src/mermaid/index.js';
const t=(n: string,f: ()=>unknown)=>{ const c=process.cpuUsage(); let r; try { r=f(); } catch(e) { r=String(e).slice(0,90); } const u=process.cpuUsage(c); console.log(n,(u.user+u.system)/1e6, typeof r==='string'?r.length<100?r:r.length:''); return r; };
t('warm',()=>mermaidToDrawio('packet\n+8: "a"'));
const p='packet\n+8: "a"\n+2147483648: "b"';
t('parse',()=>parseMermaid(p));
t('all',()=>mermaidToDrawio(p,{limits:{work:1e6}}));
