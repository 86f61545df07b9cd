/** The pages of the site, in the order in which they are read. */
const page = (text: string, link: string) => ({ text, link });

export const sidebar = [
  {
    text: 'Guide',
    items: [
      page('Getting started', '/start'),
      page('The command', '/command'),
      page('The library', '/library'),
      page('What differs from draw.io', '/differences'),
      page('Playground', '/playground'),
    ],
  },
  {
    text: 'Doors',
    items: [
      page('All of them', '/doors/'),
      page('Vite', '/doors/vite'),
      page('remark, rehype, Docusaurus', '/doors/remark'),
      page('markdown-it, VitePress', '/doors/markdown-it'),
      page('Sphinx, MkDocs, pandoc', '/doors/python'),
      page('Notebooks', '/doors/notebooks'),
      page('GitHub, pre-commit', '/doors/checks'),
      page('Docker', '/doors/docker'),
    ],
  },
  {
    text: 'Behind it',
    items: [page('Architecture', '/architecture'), page('Rules of the check', '/rules'), page('API', '/api/')],
  },
];
