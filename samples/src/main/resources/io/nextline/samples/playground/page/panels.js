// The panels around the answer: patients, drafts, and changes.

import {$, h, show} from './dom.js';

export function patients(all, search, chosen, acts) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = all.filter(each => words.every(word => `${each.group} ${each.folder} ${each.title}`.toLowerCase().includes(word)));
  const groups = [...new Set(fitting.map(each => each.group))];
  if (fitting.length === 0) {
    show($('patients'), h('p', {class: 'small'}, 'No sample patient fits.'));
    return;
  }
  show($('patients'), groups.map(group => h('div', {class: 'patientgroup'}, h('h3', {}, group),
    h('ul', {}, fitting.filter(each => each.group === group).map(each => h('li', {}, h('button', {
      type: 'button', 'data-patient': each.folder, 'aria-current': each.folder === chosen ? 'true' : null,
      onclick: () => acts.patient(each.folder),
    }, h('span', {class: 'number'}, each.folder.split('-')[0]), ' ', each.title)))))));
}

/** The head of the chart: who it is, and what is asked. */
export function chart(state) {
  $('chart-title').textContent = state.title || 'No patient yet';
  $('about').textContent = state.about;
  $('about-patient').hidden = !state.about;
  $('hook').value = state.hook;
  $('as-of').value = state.asOf;
  $('layer').value = state.layer;
}

const nameOf = draft => {
  const concept = draft.resource.medicationCodeableConcept ?? draft.resource.code ?? {};
  return concept.text ?? concept.coding?.[0]?.display ?? draft.resource.id;
};

export function drafts(state, acts) {
  const one = draft => h('li', {class: 'chip'},
    state.hook === 'order-select' ? h('label', {}, h('input', {
      type: 'checkbox', checked: draft.selected, onchange: event => acts.select(draft, event.target.checked),
    }), ' selected ') : null,
    h('span', {}, nameOf(draft)), ' ',
    h('button', {type: 'button', 'aria-label': `Remove the draft of ${nameOf(draft)}`, onclick: () => acts.undraft(draft.name)}, '×'));
  show($('drafts'), state.drafts.length ? state.drafts.map(one) : h('li', {class: 'small'}, 'Nothing is drafted.'));
  const names = new Set(state.drafts.map(draft => `${draft.name}.json`));
  const isChosen = variant => variant.files.length === names.size && variant.files.every(file => names.has(file));
  show($('variant'), h('option', {value: ''}, state.variants.length ? 'None' : 'This record has none'),
    state.variants.map((variant, i) => h('option', {value: String(i), selected: isChosen(variant)},
      `${variant.name}${variant.warns ? ' (warned of)' : ''}`)));
}

export function changes(state, acts) {
  show($('changes'), state.offered.map(change => h('li', {}, h('button', {
    type: 'button', 'data-change': change.id, onclick: () => acts.change(change),
  }, h('b', {}, change.label), h('span', {}, change.hint)))));
  show($('changed'), state.changes.length === 0 ? null : [
    h('h3', {}, 'Changed so far'),
    h('ol', {}, state.changes.map(change => h('li', {}, change.label))),
    state.changes.some(change => !change.id) ? h('p', {class: 'small'}, 'Edits by hand are in no link.') : null,
    h('p', {class: 'buttons'}, h('button', {type: 'button', onclick: acts.undo}, 'Undo the last'),
      h('button', {type: 'button', onclick: acts.reset}, 'As it was')),
  ]);
}
