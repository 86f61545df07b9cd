/** Mermaid's configuration, as a caller gives it and as a text has its own word. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import { mermaidTexts } from '../../src/index.js';
import { type MermaidOptions, mermaidToDrawio, renderMermaid } from '../../src/mermaid/index.js';
import { MERMAID_THEMES } from '../../src/mermaid/themes.js';
import { drawnCells } from './drawing.js';

const FLOW = 'flowchart LR\n  a --> b';

const made = (text: string, options: MermaidOptions = {}) => {
  const diagnostics: Diagnostic[] = [];
  const file = mermaidToDrawio(text, { systemFonts: 'none', ...options, diagnostics });
  return { cells: new Map(drawnCells(file).map((cell) => [cell.id, cell])), file, diagnostics };
};

const fillOf = (text: string, options?: MermaidOptions): string | undefined =>
  made(text, options).cells.get('a')?.style.get('fillColor');

const codeOf = (options: object): string => {
  try {
    mermaidToDrawio(FLOW, { systemFonts: 'none', ...options } as MermaidOptions);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'drawn';
};

describe('colours', () => {
  test('go by the option, the configuration, the front matter and the directive, each before the one before it', () => {
    const [plain, forest, dark, neutral] = [undefined, 'forest', 'dark', 'neutral'].map((theme) =>
      fillOf(FLOW, theme === undefined ? {} : { config: { theme } }),
    );
    expect(new Set([plain, forest, dark, neutral]).size).toBe(4);
    expect(fillOf(FLOW, { theme: 'forest' })).toBe(forest);
    expect(fillOf(FLOW, { theme: 'forest', config: { theme: 'dark' } })).toBe(dark);
    const front = `---\nconfig:\n  theme: neutral\n---\n${FLOW}`;
    expect(fillOf(front, { theme: 'forest', config: { theme: 'dark' } })).toBe(neutral);
    const directive = `---\nconfig:\n  theme: neutral\n---\n%%{init: {"theme": "forest"}}%%\n${FLOW}`;
    expect(fillOf(directive, { config: { theme: 'dark' } })).toBe(forest);
  });

  test('are derived from the variables of a theme', () => {
    const variables = { primaryColor: '#ff0000' };
    expect(fillOf(FLOW, { config: { theme: 'base', themeVariables: variables } })).toBe('#ff0000');
    const { cells } = made(FLOW, { theme: 'base', config: { themeVariables: variables } });
    expect(cells.get('a')?.style.get('strokeColor')).toMatch(/^#[0-9a-f]{6}$/);
    expect(cells.get('a')?.style.get('strokeColor')).not.toBe(
      made(FLOW, { theme: 'base' }).cells.get('a')?.style.get('strokeColor'),
    );
  });

  test.each(MERMAID_THEMES)('of the theme %s are drawn', async (theme) => {
    const svg = await renderMermaid(FLOW, { systemFonts: 'none', theme });
    expect(svg).toContain('>a<');
  });
});

describe('settings', () => {
  test('of a kind change its drawing, and the text changes them again', () => {
    const gap = (text: string, config?: object) => {
      const { cells } = made(text, { config: config as never });
      const [a, b] = [cells.get('a')?.box, cells.get('b')?.box];
      return (b?.x ?? 0) - (a?.x ?? 0) - (a?.width ?? 0);
    };
    expect(gap(FLOW, { flowchart: { rankSpacing: 200 } }) - gap(FLOW)).toBeCloseTo(150, 0);
    expect(
      gap(`%%{init: {"flowchart": {"rankSpacing": 80}}}%%\n${FLOW}`, { flowchart: { rankSpacing: 200 } }),
    ).toBeCloseTo(gap(FLOW, { flowchart: { rankSpacing: 80 } }), 0);
  });

  test('that change nothing are told, those of other kinds and of pages are not', () => {
    const config = {
      flowchart: { nodeSpacing: 60, useMaxWidth: true, titleTopMargin: 5 },
      sequence: { width: 10 },
      startOnLoad: true,
      themeCSS: '* { color: red }',
      maxEdges: 5,
      theme: 'nope',
    };
    const { diagnostics } = made(FLOW, { config });
    expect(diagnostics.map(({ code }) => code)).toEqual(diagnostics.map(() => 'mermaid-ignored'));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The setting flowchart.titleTopMargin changes nothing of this diagram.',
      'The setting themeCSS changes nothing of this diagram.',
      'The setting maxEdges changes nothing of this diagram.',
      'There is no theme "nope": the default one is used.',
    ]);
  });

  test('of the text itself that change nothing are told too', () => {
    const told = (text: string): readonly string[] => made(text).diagnostics.map(({ message }) => message);
    const front = 'config:\n  themeCSS: "a { b: c }"\n  flowchart:\n    rankSpacing: 70\n    titleTopMargin: 5';
    expect(told(`---\n${front}\n---\n${FLOW}`)).toEqual([
      'The setting themeCSS changes nothing of this diagram.',
      'The setting flowchart.titleTopMargin changes nothing of this diagram.',
    ]);
    expect(told(`%%{init: {"theme": "nope", "maxEdges": 5, "startOnLoad": true}}%%\n${FLOW}`)).toEqual([
      'The setting maxEdges changes nothing of this diagram.',
      'There is no theme "nope": the default one is used.',
    ]);
    expect(told(`%%{init: {"theme": "dark", "look": "neo", "flowchart": {"curve": "linear"}}}%%\n${FLOW}`)).toEqual([]);
  });

  test('are kept in the file beside the text, which is drawn again with them', () => {
    const config = { theme: 'forest', flowchart: { rankSpacing: 90 } };
    const { file } = made(FLOW, { theme: 'dark', config });
    const [{ text, config: kept, source } = { text: '', config: undefined, source: '' }] = mermaidTexts(file);
    expect({ text, kept }).toEqual({ text: FLOW, kept: config });
    const styles = (each: string) => [...made(each).cells.values()].map(({ style, box }) => [...style, box]);
    expect(styles(source)).toEqual(styles(`---\nconfig: ${JSON.stringify(config)}\n---\n${FLOW}`));
  });

  test('outlive no call', () => {
    const before = made(FLOW).file;
    made(FLOW, {
      config: { theme: 'dark', flowchart: { rankSpacing: 300 }, themeVariables: { primaryColor: '#ff0000' } },
    });
    expect(made(FLOW).file).toBe(before);
    const config = Object.freeze({ themeVariables: Object.freeze({ primaryColor: '#00ff00' }) });
    expect(codeOf({ config })).toBe('drawn');
    expect(config).toEqual({ themeVariables: { primaryColor: '#00ff00' } });
  });
});

describe('what is no configuration', () => {
  test.each([
    ['a word', { config: 'dark' }],
    ['a list', { config: [] }],
    ['null', { config: null }],
    ['a theme that there is not', { theme: 'nope' }],
    ['a name of objects', { theme: '__proto__' }],
    ['a colour that is none', { config: { theme: 'base', themeVariables: { primaryColor: 'url(x)' } } }],
    ['icons that are no object', { icons: 'x' }],
    ['icons that are no texts', { icons: { 'fa:car': 1 } }],
  ])('%s is an error', (_, options) => {
    expect(codeOf(options)).toBe('invalid-option');
  });

  test('settings without end are an error', () => {
    const ring: Record<string, unknown> = {};
    ring.flowchart = ring;
    expect(codeOf({ config: ring })).toBe('invalid-option');
  });

  test('names that objects have of themselves set nothing', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
    ) as object;
    expect(codeOf({ config: hostile })).toBe('drawn');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('markup and CSS in variables reach neither the file nor the picture as such', async () => {
    const word = '</style><script>alert(1)</script>;} * { fill: red';
    const config = { fontFamily: word, themeVariables: { fontFamily: word, lineColor: word, nodeTextColor: word } };
    const svg = await renderMermaid(FLOW, { systemFonts: 'none', config });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('} *');
  });

  test('numbers beyond all pictures count as left out', () => {
    const config = { flowchart: { rankSpacing: 1e300, nodeSpacing: -1e300, padding: 1e99, wrappingWidth: 1e308 } };
    expect(made(FLOW, { config: JSON.parse(JSON.stringify(config)) as never }).cells.get('b')?.box?.x).toBeLessThan(
      1000,
    );
  });
});
