/** What fails is made smaller, to what it takes to fail and no more. */
import { describe, expect, test } from 'vitest';
import type { Case } from './cases.js';
import { Cases } from './cases.js';
import { type FuzzInput, sourceOf } from './inputs.js';
import { shrink } from './shrink.js';

const cell = (id: string, value: string, style: string): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry x="1" y="2" width="80" height="40" as="geometry"/></mxCell>`;
const page = (cells: string): string =>
  `<diagram><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram>`;
const FILE = `<mxfile>${page(cell('a', 'x', 'rounded=1;'))}${page(
  cell('b', 'y', 'ellipse;') +
    cell(
      'c',
      '&lt;p&gt;one &lt;b style=&quot;color:red;margin:3px&quot;&gt;two&lt;/b&gt; three&lt;/p&gt;',
      'html=1;rotation=5;shape=cube;dashed=1;',
    ),
)}</mxfile>`;

const of = (input: Partial<FuzzInput>, changes: Partial<Case> = {}): Case => ({
  input: { language: 'drawio', text: FILE, story: '', ...input },
  output: 'svg',
  options: { scale: 2, border: 3, theme: 'dark' },
  twice: true,
  chance: 1,
  ...changes,
});

describe('a failing case', () => {
  test('keeps the page, cell and style entry that it fails with', async () => {
    const small = await shrink(of({}), async ({ input }) => /<mxCell [^>]*shape=cube/.test(input.text));
    expect(small.input.text).toBe('<mxCell shape=cube');
    expect(small.options).toEqual({});
    expect(small.twice).toBe(false);
  });

  test('keeps the part of a label, and what must stand around it', async () => {
    const fails = async ({ input: { text } }: Case): Promise<boolean> =>
      /^<mxfile>.*<root>.*value="[^"]*&lt;b style=&quot;[^"]*margin:3px[^"]*&lt;\/b&gt;.*<\/root>.*<\/mxfile>$/.test(
        text,
      );
    const { text } = (await shrink(of({}), fails)).input;
    expect(text).not.toMatch(/one|two|three|color|ellipse|rotation/);
    expect(text.length).toBeLessThan(110);
  });

  test('keeps an option, and loses its wrapping and its damage where they do not matter', async () => {
    const wrapped = of({ container: 'compressed', damage: 7 });
    const small = await shrink(wrapped, async ({ options }) => options.border === 3);
    expect(small.options).toEqual({ border: 3 });
    expect(small.input).toMatchObject({ text: '' });
    expect([small.input.container, small.input.damage]).toEqual([undefined, undefined]);
    const needed = await shrink(wrapped, async ({ input }) => !String(sourceOf(input)).includes('<mxCell'));
    expect(needed.input.text).toBe('');
  });

  test('in Mermaid keeps the line and the word', async () => {
    const text = 'flowchart LR\n a --> b\n c[some words here] --> d\n e\n';
    const small = await shrink(of({ language: 'mermaid', text }), async ({ input }) =>
      /flowchart LR\n.*words/.test(input.text),
    );
    expect(small.input.text).toBe('flowchart LR\nwords');
  });

  test('fails still, and comes to an end, whatever it is', async () => {
    const cases = new Cases();
    for (let index = 0; index < 20; index++) {
      const each = cases.case(9, index);
      const needle = each.input.text.slice(-12);
      let tried = 0;
      const fails = async ({ input }: Case): Promise<boolean> => {
        tried += 1;
        return input.text.includes(needle);
      };
      expect((await shrink(each, fails, 400)).input.text).toContain(needle);
      expect(tried).toBeLessThanOrEqual(400);
    }
  });
});
