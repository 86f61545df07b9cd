/** What TypeScript is told of components: VitePress compiles them. */
declare module '*.vue' {
  const component: object;
  export default component;
}
declare module '*.css';
