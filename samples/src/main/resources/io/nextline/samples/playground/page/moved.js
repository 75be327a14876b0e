// Before and after: which statements and facts a change of the record has moved.

import {APPLIES, h, table, verdict} from './dom.js';

/** The statements whose truth, or whose place, is another one now. */
export function movedStatements(before, after) {
  const old = new Map(before.statements.map(each => [each.id, each]));
  return after.statements.filter(each => old.get(each.id)?.applies !== each.applies)
    .map(each => ({id: each.id, summary: each.summary, before: old.get(each.id), after: each}));
}

const told = fact => fact.value ?? `not known: ${fact.missing?.detail ?? ''}`;

function movedFacts(before, after) {
  const by = story => {
    const facts = new Map();
    story.facts.forEach(fact => facts.set(fact.fact, [...(facts.get(fact.fact) ?? []), told(fact)]));
    return facts;
  };
  const [old, now] = [by(before), by(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map(name => [name, (old.get(name) ?? ['–']).join('; '), (now.get(name) ?? ['–']).join('; ')])
    .filter(([, was, is]) => was !== is);
}

export function moved(before, after, edits, acts) {
  if (!before) {
    return [h('div', {class: 'empty'}, h('h3', {}, 'Nothing was changed yet'),
      h('p', {}, 'Change a fact, or edit the record, and the statements that move are listed here, before and after.'))];
  }
  const statements = movedStatements(before, after);
  const facts = movedFacts(before, after);
  return [
    part(`${count(edits.length, 'edit')} of the record`, edits.length === 0
      ? h('p', {class: 'small'}, 'The record was edited by hand.')
      : table('Edits of the record', ['Entry', 'Edit', 'What'], edits.map(edit => [named(edit, acts), edit.verb, edit.what]))),
    part(`${count(statements.length, 'statement')} moved, ${after.statements.length - statements.length} did not`,
      statements.length === 0 ? null : table('Statements that moved', ['Statement', 'Before', 'After', 'Because'],
        statements.map(each => [
          [h('button', {type: 'button', class: 'tag', onclick: () => acts.why(each.id)}, each.id), h('span', {class: 'of'}, each.summary)],
          verdict(each.before?.applies ?? 'unknown', APPLIES), verdict(each.after.applies, APPLIES),
          h('ul', {class: 'plainlist'}, (each.after.because ?? []).slice(0, 3).map(reason => h('li', {}, reason))),
        ]))),
    part(`${count(facts.length, 'fact')} moved`, facts.length === 0 ? null : table('Facts that moved', ['Fact', 'Before', 'After'], facts)),
  ];
}

const part = (title, content) => h('div', {class: 'group'}, h('h3', {}, title), content);

function named(edit, acts) {
  return edit.verb === 'removed' || edit.reference === 'Bundle' ? edit.reference : h('button', {
    type: 'button', class: 'entry', onclick: () => acts.entry({reference: edit.reference, element: ''}),
  }, edit.reference);
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
