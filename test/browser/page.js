/** A page where a diagram that is dropped or chosen is drawn at once: no server, no packages, the files of dist alone. */
import { createBrowserRenderer } from '../../dist/mxsvg.browser.js';

// Fonts, stencils and icons come from the folder `assets` beside the bundle, when a diagram needs them.
const renderer = createBrowserRenderer();

const element = (id) => document.getElementById(id);

/** What is shown; a drawing that ends after another was asked for is thrown away. */
let shown;

async function open(file) {
  shown = undefined;
  element('error').textContent = '';
  element('pages').replaceChildren();
  try {
    const diagram = renderer.parse(new Uint8Array(await file.arrayBuffer()));
    element('pages').replaceChildren(...diagram.pages.map(({ name }, index) => pageButton(diagram, index + 1, name)));
    await show(diagram, 1);
  } catch (error) {
    clear(error.message);
  }
}

function pageButton(diagram, page, name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => show(diagram, page).catch((error) => clear(error.message)));
  return button;
}

async function show(diagram, page) {
  const request = { diagram, page };
  shown = request;
  for (const [index, button] of [...element('pages').children].entries()) {
    button.toggleAttribute('aria-current', index + 1 === page);
  }
  const diagnostics = [];
  const svg = await renderer.render(diagram, { page, theme: 'auto', diagnostics });
  if (shown !== request) return;
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  element('picture').replaceChildren(document.adoptNode(picture));
  element('diagnostics').replaceChildren(...diagnostics.map(diagnosticItem));
  offer(svg, diagram.pages[page - 1].name);
}

function diagnosticItem({ code, cellId, message }) {
  const item = document.createElement('li');
  item.textContent = `${code}${cellId === undefined ? '' : ` (cell ${cellId})`}: ${message}`;
  return item;
}

function clear(message) {
  element('error').textContent = message;
  for (const id of ['picture', 'diagnostics']) element(id).replaceChildren();
  for (const id of ['svg', 'png']) element(id).hidden = true;
}

const svgFile = (svg) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));

function offer(svg, name) {
  const link = element('svg');
  URL.revokeObjectURL(link.href);
  link.href = svgFile(svg);
  link.download = `${name}.svg`;
  for (const id of ['svg', 'png']) element(id).hidden = false;
}

/** The shown page as PNG, twice its size, with outlines for text: the same whatever fonts this machine has. */
async function savePng({ diagram, page }) {
  const image = new Image();
  image.src = svgFile(await renderer.render(diagram, { page, scale: 2, text: 'outline', background: '#ffffff' }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await canvas.convertToBlob());
  link.download = `${diagram.pages[page - 1].name}.png`;
  link.click();
}

element('png').addEventListener('click', () => savePng(shown).catch((error) => clear(error.message)));
element('file').addEventListener('change', ({ target }) => target.files[0] && open(target.files[0]));

const dropping = (event, state) => {
  event.preventDefault();
  document.body.classList.toggle('dropping', state);
};
document.addEventListener('dragover', (event) => dropping(event, true));
document.addEventListener('dragleave', (event) => dropping(event, false));
document.addEventListener('drop', (event) => {
  dropping(event, false);
  const [file] = event.dataTransfer.files;
  if (file) open(file);
});
