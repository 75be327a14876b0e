// The page's elements: made by hand, so that text from anywhere stays text.

export const $ = id => document.getElementById(id);

/** Makes an element; attributes starting with "on" listen, null and false leave an attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== false && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

/** Shows these in place of what was there. */
export function show(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
}

/** Says something to those who look and to those who listen. */
export function say(text, bad = false) {
  const status = $('status');
  status.textContent = text;
  status.classList.toggle('bad', bad);
}

export const pretty = value => JSON.stringify(value, null, 2);

/** A region of its own for what may be wider than the page, reachable by keyboard. */
export function wide(label, element) {
  return h('div', {class: 'wide', role: 'region', 'aria-label': label, tabindex: '0'}, element);
}

/** A table of rows of cells, the first cell of each being its head. */
export function table(label, heads, rows) {
  return wide(label, h('table', {},
    h('thead', {}, h('tr', {}, heads.map(head => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, rows.map(([first, ...cells]) =>
      h('tr', {}, h('th', {scope: 'row'}, first), cells.map(cell => h('td', {}, cell ?? '')))))));
}

const SHAPES = {true: '✓', false: '✗', unknown: '?'};

/** A verdict in shape and words. */
export function verdict(truth, words) {
  return h('span', {class: `verdict ${truth}`}, h('span', {'aria-hidden': 'true'}, SHAPES[truth]), ' ', words[truth]);
}

export const APPLIES = {true: 'applies', false: 'does not apply', unknown: 'open'};
export const MET = {true: 'met', false: 'not met', unknown: 'unknown'};
