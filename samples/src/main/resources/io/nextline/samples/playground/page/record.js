// The record as JSON, to be edited by hand.

import {h, pretty} from './dom.js';

/** Returns the editor; `acts.edit(bundle)` gets what was applied. */
export function record(state, acts) {
  const text = h('textarea', {id: 'json', spellcheck: 'false', rows: '28'});
  text.value = state.bundle ? pretty(state.bundle) : '';
  const problem = h('p', {id: 'json-problem', class: 'bad', role: 'alert'});
  text.setAttribute('aria-describedby', 'json-problem');
  const apply = () => {
    const {bundle, error, position} = read(text.value);
    problem.textContent = error ?? '';
    if (error) {
      text.focus();
      text.setSelectionRange(position, position);
    } else {
      acts.edit(bundle);
    }
  };
  return [
    h('p', {}, 'A FHIR Bundle. It is read here and sent to this machine’s server only.'),
    h('label', {class: 'field block', for: 'json'}, 'Record as JSON ', text), problem,
    h('p', {}, h('button', {type: 'button', class: 'primary', onclick: apply}, 'Use this record')),
  ];
}

/** Reads what was typed or dropped; tells what is wrong and where. */
export function read(text) {
  let bundle;
  try {
    bundle = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
    const before = text.slice(0, position).split('\n');
    return {error: `No JSON: line ${before.length}, column ${before.at(-1).length + 1}: ${error.message.replace(/ (in JSON )?at position.*/, '')}.`, position};
  }
  const error = bundle?.resourceType === 'Bundle' ? entriesProblem(bundle)
    : 'No Bundle: a FHIR Bundle has "resourceType": "Bundle" and an array "entry" of resources.';
  return error ? {error, position: 0} : {bundle};
}

function entriesProblem(bundle) {
  if (!Array.isArray(bundle.entry)) {
    return 'The Bundle has no array "entry". Put the resources there, each as {"resource": {...}}.';
  }
  const bad = bundle.entry.findIndex(entry => typeof entry?.resource?.resourceType !== 'string');
  return bad < 0 ? null : `entry[${bad}] has no resource with a resourceType.`;
}
