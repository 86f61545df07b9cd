/** Mermaid files and Markdown documents, run as their users run them. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandPlace } from './command.js';

const place = commandPlace();

const FLOW = 'flowchart LR\n  a[Start] --> b{Ready?}\n  b -->|yes| c((Go))\n';
const DOCUMENT = `# Title

\`\`\`mermaid
${FLOW}\`\`\`

Text, and code that is no diagram:

\`\`\`js
flowchart();
\`\`\`

~~~mermaid
flowchart TD
  x[Second] --> y[Diagram]
~~~
`;

describe('Mermaid files', () => {
  test.each(['flow.mmd', 'flow.mermaid'])(
    '%s is drawn, and written as a draw.io file that draws the same',
    async (name) => {
      writeFileSync(place.at(name), FLOW);
      expect(await place.run([name])).toMatchObject({ code: 0, errors: '' });
      for (const text of ['Start', 'Ready?', 'yes', 'Go']) expect(place.read('flow.svg')).toContain(`>${text}<`);
      expect(await place.run([name, '-f', 'xml', '-o', 'flow.drawio'])).toMatchObject({ code: 0, errors: '' });
      expect((await place.run(['flow.drawio', '-o', 'again.svg'])).code).toBe(0);
      expect(place.read('again.svg')).toBe(place.read('flow.svg'));
    },
  );

  test('are read from standard input', async () => {
    const drawn = await place.run(['-'], new TextEncoder().encode(FLOW));
    expect(drawn).toMatchObject({ code: 0, errors: '' });
    expect(drawn.output).toContain('>Ready?<');
    const front = `---\ntitle: A title\n---\n%% a comment\n${FLOW}`;
    expect((await place.run(['-', '-o', '-'], new TextEncoder().encode(front))).output).toContain('>A title<');
    expect(await place.run(['-'], new TextEncoder().encode('no diagram'))).toMatchObject({ code: 1 });
  });

  test('are found in folders', async () => {
    writeFileSync(place.at('flow.mmd'), FLOW);
    expect((await place.run(['.', '-o', 'out/'])).code).toBe(0);
    expect(place.files()).toContain('out/flow.svg');
  });

  test('with an error tell where it is', async () => {
    writeFileSync(place.at('bad.mmd'), 'flowchart LR\n  a[Start --> b\n');
    const { code, errors } = await place.run(['bad.mmd']);
    expect(code).toBe(1);
    expect(errors).toMatch(/^mxsvg: bad\.mmd: .*line 2/m);
    expect(errors).not.toMatch(/\n\s+at /);
  });
});

describe('Markdown documents', () => {
  test('give a picture for each Mermaid block', async () => {
    writeFileSync(place.at('doc.md'), DOCUMENT);
    expect(await place.run(['doc.md'])).toMatchObject({ code: 0, errors: '' });
    expect(place.files()).toEqual(['doc-1.svg', 'doc-2.svg', 'doc.md']);
    expect(place.read('doc-2.svg')).toContain('>Second<');
    expect((await place.run(['doc.md', '-o', 'figure {index}.svg'])).code).toBe(0);
    expect(place.files()).toContain('figure 2.svg');
    expect((await place.run(['doc.md', '-p', '2', '-o', 'two.svg'])).code).toBe(0);
    expect(place.read('two.svg')).toBe(place.read('doc-2.svg'));
    expect((await place.run(['doc.md', '-f', 'xml', '-o', 'doc.drawio'])).code).toBe(0);
    expect(place.read('doc.drawio').match(/<diagram /g)).toHaveLength(2);
  });

  test('are drawn into a folder where the output has no ending', async () => {
    writeFileSync(place.at('doc.markdown'), DOCUMENT);
    expect((await place.run(['doc.markdown', '-o', 'figures'])).code).toBe(0);
    expect(place.read('figures/doc-2.svg')).toContain('>Second<');
  });

  test('that have one which is no diagram are drawn but for that one, which is told', async () => {
    const document = `${DOCUMENT}\n\`\`\`mermaid\nflowchart TD\n  y[Third]\n\`\`\`\n`;
    writeFileSync(place.at('doc.md'), document.replace('x[Second]', 'x[Second'));
    const { code, errors } = await place.run(['doc.md']);
    expect({ code, files: place.files() }).toEqual({ code: 1, files: ['doc-1.svg', 'doc-3.svg', 'doc.md'] });
    expect(errors).toMatch(/^mxsvg: doc\.md: The block at line 16: .*\n$/);
    expect(place.read('doc-3.svg')).toContain('>Third<');
    expect(await place.run(['doc.md', '-p', '3', '-o', 'third.svg'])).toMatchObject({ code: 0, errors: '' });
    expect(await place.run(['doc.md', '-p', '2', '-o', 'second.svg'])).toMatchObject({ code: 1 });
    expect(place.files()).not.toContain('second.svg');
    expect((await place.run(['doc.md', '-f', 'pdf', '-o', 'doc.pdf'])).code).toBe(1);
    expect(place.files()).toContain('doc.pdf');
  });

  test('without one are told, and an error names the block', async () => {
    writeFileSync(place.at('plain.md'), '# Nothing\n');
    expect(await place.run(['plain.md'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('no ```mermaid block'),
    });
    writeFileSync(place.at('bad.md'), DOCUMENT.replace('x[Second]', 'x[Second'));
    expect(await place.run(['bad.md'])).toMatchObject({ code: 1, errors: expect.stringContaining('block at line 16') });
  });
});

describe('the texts that draw.io keeps', () => {
  test('come back as they were written', async () => {
    const text = `---\ntitle: "A & <b>"\n---\n${FLOW}  c --> d["Zwölf 'Äpfel' — 🍏"]\n`;
    writeFileSync(place.at('flow.mmd'), text);
    expect(await place.run(['flow.mmd', '-o', 'flow.drawio'])).toMatchObject({ code: 0, errors: '' });
    expect(await place.run(['flow.drawio', '-o', 'again.mmd'])).toMatchObject({ code: 0, errors: '' });
    expect(place.read('again.mmd')).toBe(text);
    expect((await place.run(['flow.drawio', '-f', 'mmd', '-o', '-'])).output).toBe(text);
    // A picture with the diagram inside has it too.
    await place.run(['flow.mmd', '-e', '-o', 'flow.drawio.svg']);
    expect((await place.run(['flow.drawio.svg', '-f', 'mmd', '-o', '-'])).output).toBe(text);
  });

  test('are files of their own where there are several', async () => {
    writeFileSync(place.at('doc.md'), DOCUMENT.replace('x[Second]', 'x[Second'));
    expect(await place.run(['doc.md', '-f', 'mmd'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('line 16'),
    });
    expect(place.files()).toEqual(['doc-1.mmd', 'doc.md']);
    writeFileSync(place.at('doc.md'), DOCUMENT);
    await place.run(['doc.md', '-o', 'doc.drawio']);
    expect(await place.run(['doc.drawio', '-f', 'mmd'])).toMatchObject({ code: 0, errors: '' });
    expect(place.read('doc-1.mmd')).toBe(FLOW);
    expect(place.read('doc-2.mmd')).toBe('flowchart TD\n  x[Second] --> y[Diagram]\n');
    expect((await place.run(['doc.drawio', '-p', '2', '-o', '-', '-f', 'mmd'])).output).toContain('Second');
    expect(await place.run(['doc.drawio', '-o', '-', '-f', 'mmd'])).toMatchObject({ code: 2 });
  });

  test('are told to be missing where there are none', async () => {
    writeFileSync(place.at('plain.drawio'), '<mxGraphModel><root><mxCell id="0"/></root></mxGraphModel>');
    const { code, errors } = await place.run(['plain.drawio', '-f', 'mmd']);
    expect({ code, files: place.files() }).toEqual({ code: 1, files: ['plain.drawio'] });
    expect(errors).toMatch(/^mxsvg: plain\.drawio: No diagram here was made of a Mermaid text/);
  });
});

describe('--mermaid-theme and --mermaid-config', () => {
  test('count where the text says nothing else', async () => {
    writeFileSync(place.at('flow.mmd'), FLOW);
    writeFileSync(place.at('dark.mmd'), `%%{init: {"theme": "dark"}}%%\n${FLOW}`);
    await place.run(['dark.mmd', '-o', 'text.svg']);
    expect(await place.run(['flow.mmd', '--mermaid-theme', 'dark', '-o', 'option.svg'])).toMatchObject({ code: 0 });
    expect(place.read('option.svg')).toBe(place.read('text.svg'));
    writeFileSync(place.at('config.json'), '{"theme": "dark", "flowchart": {"curve": "linear", "nope": 1}}');
    const drawn = await place.run([
      'flow.mmd',
      '--mermaid-theme',
      'forest',
      '--mermaid-config',
      'config.json',
      '-o',
      'file.svg',
    ]);
    expect(drawn).toMatchObject({ code: 0, errors: expect.stringContaining('flowchart.nope') });
    expect(place.read('file.svg')).toContain('fill="#333333"');
  });

  test('that are none are wrong usage', async () => {
    writeFileSync(place.at('flow.mmd'), FLOW);
    writeFileSync(place.at('bad.json'), '{theme: dark}');
    writeFileSync(place.at('list.json'), '[]');
    for (const flags of [
      ['--mermaid-theme', 'nope'],
      ['--mermaid-config', 'nowhere.json'],
      ['--mermaid-config', 'bad.json'],
      ['--mermaid-config', 'list.json'],
    ]) {
      expect((await place.run(['flow.mmd', ...flags])).code).toBe(2);
    }
  });
});

describe('documents that show their pictures', () => {
  const TOLD = `> - \`\`\`mermaid\n>   flowchart LR\n>     accTitle: A "flow" [1]\n>     accDescr { From\n>     a to b }\n>     a --> b\n>   \`\`\`\n`;

  test('are written anew, with pictures beside them', async () => {
    writeFileSync(place.at('doc.md'), `${DOCUMENT}\n${TOLD}\n::: mermaid\n${FLOW}:::\nend`.replaceAll('\n', '\r\n'));
    expect(await place.run(['doc.md', '-o', 'out/read me (1).md'])).toMatchObject({ code: 0, errors: '' });
    expect(place.files().filter((file) => file.startsWith('out/'))).toEqual([
      'out/read me (1)-1.svg',
      'out/read me (1)-2.svg',
      'out/read me (1)-3.svg',
      'out/read me (1)-4.svg',
      'out/read me (1).md',
    ]);
    expect(place.read('out/read me (1).md').split('\r\n')).toEqual([
      '# Title',
      '',
      '![diagram](./read%20me%20%281%29-1.svg)',
      '',
      'Text, and code that is no diagram:',
      '',
      '```js',
      'flowchart();',
      '```',
      '',
      '![diagram](./read%20me%20%281%29-2.svg)',
      '',
      '> - ![From a to b](./read%20me%20%281%29-3.svg "A \\"flow\\" [1]")',
      '',
      '![diagram](./read%20me%20%281%29-4.svg)',
      'end',
    ]);
    expect(place.read('out/read me (1)-4.svg')).toContain('>Ready?<');
    expect((await place.run(['doc.md', '-f', 'png', '-o', 'shown.md'])).code).toBe(0);
    expect(place.read('shown.md')).toContain('![diagram](./shown-1.png)');
  });

  test('keep a block that is no diagram, which is told', async () => {
    writeFileSync(place.at('doc.md'), DOCUMENT.replace('x[Second]', 'x[Second'));
    const { code, errors } = await place.run(['doc.md', '-o', 'shown.md']);
    expect({ code, files: place.files() }).toEqual({ code: 1, files: ['doc.md', 'shown-1.svg', 'shown.md'] });
    expect(errors).toContain('The block at line 16');
    expect(place.read('shown.md')).toContain('~~~mermaid\nflowchart TD\n  x[Second --> y[Diagram]\n~~~\n');
    expect(place.read('shown.md')).toContain('![diagram](./shown-1.svg)');
  });

  test('are never their own input, unless that is asked for', async () => {
    writeFileSync(place.at('doc.md'), DOCUMENT);
    expect(await place.run(['doc.md', '-o', 'doc.md'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('overwrite'),
    });
    expect(place.read('doc.md')).toBe(DOCUMENT);
    expect(await place.run(['doc.md', '--in-place'])).toMatchObject({ code: 0, errors: '' });
    expect(place.files()).toEqual(['doc-1.svg', 'doc-2.svg', 'doc.md']);
    expect(place.read('doc.md')).not.toContain('mermaid');
    expect(place.read('doc.md')).toContain('![diagram](./doc-2.svg)');
  });

  test('are of Markdown alone, with images', async () => {
    writeFileSync(place.at('flow.mmd'), FLOW);
    writeFileSync(place.at('doc.md'), DOCUMENT);
    for (const words of [
      ['flow.mmd', '-o', 'flow.md'],
      ['flow.mmd', '--in-place'],
      ['doc.md', '--in-place', '-o', 'x.md'],
      ['doc.md', '-f', 'pdf', '-o', 'x.md'],
      ['doc.md', 'flow.mmd', '-o', 'x.md'],
    ]) {
      expect((await place.run(words)).code).toBe(2);
    }
    expect((await place.run(['doc.md', '-o', 'other/{name}.md'])).code).toBe(0);
    expect(place.files()).toContain('other/doc-2.svg');
  });
});

test('settings in the text count from the first diagram on', async () => {
  writeFileSync(place.at('dark.mmd'), `%%{init: {"theme": "dark"}}%%\n${FLOW}`);
  expect(await place.run(['dark.mmd'])).toMatchObject({ code: 0, errors: '' });
  expect(place.read('dark.svg')).toContain('fill="#333333"');
});
