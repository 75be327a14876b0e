// Cards as an EHR shows them: one that renders Markdown, and one that shows plain text.

import {h, wide} from './dom.js';

const INDICATORS = {info: 'Information', warning: 'Warning', critical: 'Critical'};

/** Returns the answer's cards, or why there is none. */
export function cards(answer, plain, acts) {
  const {exchange, details} = answer;
  if (exchange.status !== 200) {
    const issues = (exchange.response.issue ?? []).map(issue => h('li', {}, issue.diagnostics ?? ''));
    return [h('h3', {}, `Refused with status ${exchange.status}`), h('ul', {}, issues)];
  }
  const shown = exchange.response.cards ?? [];
  if (shown.length === 0) {
    return [none(exchange)];
  }
  return [modes(plain, acts), ...shown.map((card, i) => one(card, plain ? null : details[i], acts))];
}

function none(exchange) {
  const reason = exchange.response.extension?.['io.nextline.assessment']?.noCardReason ?? exchange.why;
  return h('div', {class: 'empty'}, h('h3', {}, 'No card'),
    h('p', {}, 'That is an answer, and it says why: ', h('code', {}, reason ?? 'not told')));
}

function modes(plain, acts) {
  const mode = (value, label) => h('label', {}, h('input', {
    type: 'radio', name: 'mode', value, checked: (value === 'plain') === plain, onchange: () => acts.mode(value === 'plain'),
  }), ' ', label);
  return h('fieldset', {class: 'modes'}, h('legend', {}, 'The EHR shows'), mode('markdown', 'Markdown'), mode('plain', 'plain text only'));
}

function one(card, html, acts) {
  const said = h('p', {class: 'said', role: 'status'});
  return h('article', {class: `card ${card.indicator}`, 'data-uuid': card.uuid},
    h('p', {class: 'indicator'}, INDICATORS[card.indicator] ?? card.indicator),
    h('h3', {}, card.summary),
    statements(card, acts),
    html === null ? wide('Detail as plain text', h('pre', {class: 'plain'}, card.detail ?? '')) : rendered(html),
    links(card),
    h('p', {class: 'source'}, 'From ', card.source?.label ?? ''),
    actions(card, acts, said), said);
}

function statements(card, acts) {
  const named = card.extension?.['io.nextline.evidence']?.statements ?? [];
  return h('p', {class: 'statements'}, named.map(each => h('button', {
    type: 'button', class: 'tag', onclick: () => acts.why(each.id),
  }, `Why ${each.id}?`)));
}

/** The server has escaped whatever was HTML in the text; wide parts get a place to scroll in. */
function rendered(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const link of parsed.querySelectorAll('a')) {
    outside(link);
  }
  const detail = h('div', {class: 'detail'}, ...parsed.body.childNodes);
  for (const part of detail.querySelectorAll('table, pre')) {
    const label = part.tagName === 'PRE' ? 'Forest plot in characters' : 'Results';
    const place = wide(label, '');
    part.replaceWith(place);
    place.append(part);
  }
  return detail;
}

function outside(link) {
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
  return link;
}

function links(card) {
  const all = (card.links ?? []).filter(link => /^https?:\/\//.test(link.url));
  return all.length === 0 ? null : h('ul', {class: 'links'},
    all.map(link => h('li', {}, outside(h('a', {href: link.url}, link.label)))));
}

function actions(card, acts, said) {
  const id = `reason-${card.uuid}`;
  const select = h('select', {id}, h('option', {value: ''}, 'No reason'),
    (card.overrideReasons ?? []).map((reason, i) => h('option', {value: String(i)}, reason.display)));
  const comment = h('input', {id: `comment-${card.uuid}`, type: 'text', maxlength: '500'});
  const accepts = (card.suggestions ?? []).map(suggestion => h('button', {
    type: 'button', class: 'primary', onclick: () => acts.accept(card, suggestion, said),
  }, suggestion.label));
  const override = h('button', {
    type: 'button', onclick: () => acts.override(card, card.overrideReasons?.[Number(select.value || -1)], comment.value, said),
  }, 'Override');
  return h('div', {class: 'actions'}, accepts,
    h('label', {class: 'field', for: id}, 'Reason to override ', select),
    h('label', {class: 'field', for: comment.id}, 'In your words ', comment), override);
}
