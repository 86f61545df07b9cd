/**
 * `mxsvg/client`: types of imports that the Vite plugin draws; name it in `types` of tsconfig.json. A pattern of TypeScript
 * has one `*`: queries other than these end in `&svg` for the picture (`./plan.drawio?theme=dark&svg`), or in `&url`.
 */
declare module '*.drawio' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?url' {
  const address: string;
  export default address;
}
declare module '*.drawio?theme=light' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?theme=dark' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?theme=auto' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=1' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=2' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=3' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=4' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=5' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=6' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=7' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=8' {
  const svg: string;
  export default svg;
}
declare module '*.drawio?page=9' {
  const svg: string;
  export default svg;
}
declare module '*.dio' {
  const svg: string;
  export default svg;
}
declare module '*.dio?url' {
  const address: string;
  export default address;
}
declare module '*.dio?theme=light' {
  const svg: string;
  export default svg;
}
declare module '*.dio?theme=dark' {
  const svg: string;
  export default svg;
}
declare module '*.dio?theme=auto' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=1' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=2' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=3' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=4' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=5' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=6' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=7' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=8' {
  const svg: string;
  export default svg;
}
declare module '*.dio?page=9' {
  const svg: string;
  export default svg;
}
declare module '*.mmd' {
  const svg: string;
  export default svg;
}
declare module '*.mmd?url' {
  const address: string;
  export default address;
}
declare module '*.mmd?theme=light' {
  const svg: string;
  export default svg;
}
declare module '*.mmd?theme=dark' {
  const svg: string;
  export default svg;
}
declare module '*.mmd?theme=auto' {
  const svg: string;
  export default svg;
}
declare module '*.mermaid' {
  const svg: string;
  export default svg;
}
declare module '*.mermaid?url' {
  const address: string;
  export default address;
}
declare module '*.mermaid?theme=light' {
  const svg: string;
  export default svg;
}
declare module '*.mermaid?theme=dark' {
  const svg: string;
  export default svg;
}
declare module '*.mermaid?theme=auto' {
  const svg: string;
  export default svg;
}
declare module '*&svg' {
  const svg: string;
  export default svg;
}
declare module '*&url' {
  const address: string;
  export default address;
}
