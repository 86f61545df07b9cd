/**
 * The script of the HTML output: makes tabs of the links to the pages, and lets each page be dragged and zoomed. It is
 * the same in every document, so that the document's policy can name it by its hash. The CDATA marks, comments in HTML,
 * let the document be read as XML.
 */
export const VIEWER_SCRIPT = `//<![CDATA[
(() => {
  'use strict';
  const MIN_SCALE = 0.05;
  const MAX_SCALE = 20;
  const STEP = 1.25;
  const MARGIN = 24;
  const PADDING = 12;
  const main = document.querySelector('main');
  const tabs = [...document.querySelectorAll('nav a')];
  const level = document.querySelector('[data-level]');
  const views = [...document.querySelectorAll('section')].map((section) => {
    const sheet = section.querySelector('.sheet');
    const svg = sheet.querySelector('svg');
    const [width, height] = [svg.width, svg.height].map((length) => length.baseVal.value + 2 * PADDING);
    return { section, sheet, width, height, x: 0, y: 0, scale: 1, fitted: document.documentElement.dataset.fit !== 'false' };
  });
  if (views.length === 0) return;
  let current = views[0];

  const bounded = (value, low, high) => Math.min(high, Math.max(low, value));

  /** Moves the sheet to where its view says, and keeps a part of it in sight. */
  function place(view) {
    const [width, height] = [view.width * view.scale, view.height * view.scale];
    const rest = MARGIN * 2;
    view.x = bounded(view.x, Math.min(0, rest - width), Math.max(0, main.clientWidth - rest));
    view.y = bounded(view.y, Math.min(0, rest - height), Math.max(0, main.clientHeight - rest));
    view.sheet.style.transform = 'translate(' + view.x + 'px,' + view.y + 'px) scale(' + view.scale + ')';
    if (level) level.textContent = Math.round(view.scale * 100) + '\\u2009%';
  }

  function center(view) {
    view.x = (main.clientWidth - view.width * view.scale) / 2;
    view.y = (main.clientHeight - view.height * view.scale) / 2;
    place(view);
  }

  /** Shows all of the sheet, no larger than it is. */
  function fit(view) {
    const [width, height] = [main.clientWidth - 2 * MARGIN, main.clientHeight - 2 * MARGIN];
    view.scale = bounded(Math.min(width / view.width, height / view.height, 1), MIN_SCALE, MAX_SCALE);
    view.fitted = true;
    center(view);
  }

  /** Zooms so that what is at a point of the window stays there. */
  function zoom(view, factor, x = main.clientWidth / 2, y = main.clientHeight / 2) {
    const scale = bounded(view.scale * factor, MIN_SCALE, MAX_SCALE);
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    view.fitted = false;
    place(view);
  }

  function pan(view, x, y) {
    view.x += x;
    view.y += y;
    view.fitted = false;
    place(view);
  }

  const actions = {
    in: () => zoom(current, STEP),
    out: () => zoom(current, 1 / STEP),
    actual: () => zoom(current, 1 / current.scale),
    fit: () => fit(current),
  };

  function show(index) {
    current = views[index];
    views.forEach((view) => { view.section.hidden = view !== current; });
    tabs.forEach((tab, each) => {
      tab.setAttribute('aria-selected', String(each === index));
      tab.tabIndex = each === index ? 0 : -1;
    });
    tabs[index]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (current.fitted) fit(current);
    else place(current);
  }

  /** The page that the address names, else the first. */
  function showAddressed() {
    show(Math.max(0, views.findIndex(({ section }) => '#' + section.id === location.hash)));
    main.scrollTop = 0;
  }

  /** Shows a page and says so in the address; going there takes the focus off its tab. */
  function goTo(index) {
    location.hash = views[index].section.id;
    show(index);
    tabs[index]?.focus();
  }

  const step = (by) => goTo((views.indexOf(current) + by + views.length) % views.length);

  document.querySelector('nav')?.setAttribute('role', 'tablist');
  tabs.forEach((tab, index) => {
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', views[index].section.id);
    views[index].section.setAttribute('role', 'tabpanel');
    views[index].section.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goTo(index);
    });
    tab.addEventListener('keydown', (event) => {
      const targets = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1, ' ': index };
      if (!Object.hasOwn(targets, event.key)) return;
      goTo((targets[event.key] + tabs.length) % tabs.length);
      event.preventDefault();
      event.stopPropagation();
    });
  });

  for (const button of document.querySelectorAll('[data-zoom]')) {
    button.addEventListener('click', actions[button.dataset.zoom]);
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      '+': actions.in, '=': actions.in, '-': actions.out, 0: actions.fit, 1: actions.actual,
      ArrowLeft: () => pan(current, 60, 0), ArrowRight: () => pan(current, -60, 0),
      ArrowUp: () => pan(current, 0, 60), ArrowDown: () => pan(current, 0, -60),
      PageDown: () => step(1), PageUp: () => step(-1),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    keys[event.key]();
    event.preventDefault();
  });

  main.addEventListener('wheel', (event) => {
    event.preventDefault();
    const box = main.getBoundingClientRect();
    const lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? main.clientHeight : 1;
    const factor = Math.pow(2, -bounded(event.deltaY * lines, -200, 200) / (event.ctrlKey ? 100 : 300));
    zoom(current, factor, event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  /** The pointers that are down; two of them zoom as they move apart. */
  const pointers = new Map();
  let moved = 0;

  main.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.delete(event.pointerId);
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, event);
  });

  main.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    // A button may be let go outside the window, unseen.
    if (event.buttons === 0) {
      release(event);
      return;
    }
    const box = main.getBoundingClientRect();
    const other = [...pointers.values()].find((each) => each.pointerId !== event.pointerId);
    const [x, y] = [event.clientX - before.clientX, event.clientY - before.clientY];
    moved += Math.abs(x) + Math.abs(y);
    pointers.set(event.pointerId, event);
    // A click on a link isn't a drag.
    if (moved <= 3) return;
    main.setPointerCapture(event.pointerId);
    current.section.classList.add('dragged');
    if (!other) {
      pan(current, x, y);
      return;
    }
    const distance = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    pan(current, x / 2, y / 2);
    const [middleX, middleY] = [(event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2];
    zoom(current, distance(event) / Math.max(1, distance(before)), middleX - box.left, middleY - box.top);
  });

  function release(event) {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) current.section.classList.remove('dragged');
  }
  main.addEventListener('pointerup', release);
  main.addEventListener('pointercancel', release);
  main.addEventListener('dragstart', (event) => event.preventDefault());
  main.addEventListener('click', (event) => {
    if (moved > 3) event.preventDefault();
  }, true);
  main.addEventListener('dblclick', (event) => {
    if (!event.target.closest('a')) fit(current);
  });

  addEventListener('hashchange', showAddressed);
  addEventListener('resize', () => (current.fitted ? fit(current) : place(current)));
  document.documentElement.classList.add('viewer');
  document.querySelector('.tools')?.removeAttribute('hidden');
  showAddressed();
})();
//]]>`;

/** What the policy calls the script; a test tells the value after a change. */
export const VIEWER_SCRIPT_HASH = "'sha256-SttM5ZCzDEoG56mNB4i4QKjWo3IZJ2FbGMn0e6foweU='";
