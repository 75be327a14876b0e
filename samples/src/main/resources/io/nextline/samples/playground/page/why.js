// Why the answer is what it is: facts, lines of therapy, and each statement with its criteria, down to the entries.

import {APPLIES, MET, h, table, verdict} from './dom.js';

const GROUPS = [
  ['true', 'Statements that apply', true],
  ['unknown', 'Open for lack of data', false],
  ['false', 'Statements that do not apply', false],
];

export function why(story, wanted, acts) {
  const open = story.statements.find(statement => statement.id === wanted);
  return [
    open ? h('div', {class: 'asked'}, statement(open, true, acts)) : null,
    lines(story, acts), facts(story, !open, acts), missing(story), warnings(story),
    GROUPS.map(([truth, title, unfolded]) => group(story, truth, title, unfolded, acts)),
  ];
}

function group(story, truth, title, unfolded, acts) {
  const members = story.statements.filter(each => each.applies === truth);
  return members.length === 0 ? null : h('details', {open: unfolded, class: 'group'},
    h('summary', {}, h('h3', {}, `${title} (${members.length})`)), members.map(each => statement(each, false, acts)));
}

function statement(each, unfolded, acts) {
  const notes = [
    each.supersededBy ? `superseded by ${each.supersededBy.join(', ')}` : null,
    each.silencedBy ? `silenced by ${each.silencedBy}` : null,
  ].filter(Boolean);
  return h('details', {class: 'statement', open: unfolded, 'data-statement': each.id},
    h('summary', {}, h('b', {}, each.id), ' ', verdict(each.applies, APPLIES), ' ', h('span', {}, each.summary)),
    h('p', {class: 'small'}, [each.kind, each.strength, ...notes].join(' · '), page(each.id, acts)),
    h('ul', {class: 'tree'}, criterion(each.criterion, acts)));
}

/** The evidence page of a statement, where the server's cards lead to such pages. */
function page(id, acts) {
  const folder = acts.evidence();
  return folder === null ? null : [' · ', h('a', {
    href: folder + encodeURIComponent(id), target: '_blank', rel: 'noopener noreferrer',
  }, `${id} on its evidence page`)];
}

function criterion(part, acts) {
  return h('li', {}, verdict(part.answer, MET), ' ', part.reason,
    entries(part.from, acts),
    (part.missing ?? []).map(gap => h('span', {class: 'gap'}, ` missing: ${gap.detail}`)),
    part.parts ? h('ul', {}, part.parts.map(each => criterion(each, acts))) : null);
}

const SHOWN = 4;

/** The entries something was concluded from, each opening its resource. */
export function entries(from, acts) {
  const all = from ?? [];
  const button = each => h('button', {
    type: 'button', class: 'entry', onclick: () => acts.entry(each), title: `${each.reference}, ${each.element}`,
  }, `${each.reference.split('/')[0]}.${each.element}${each.date ? ` ${each.date}` : ''}`);
  const more = all.slice(SHOWN);
  return all.length === 0 ? null : h('span', {class: 'entries'}, all.slice(0, SHOWN).map(button),
    more.length === 0 ? null : h('details', {class: 'more'}, h('summary', {}, `${more.length} more`), more.map(button)));
}

function facts(story, unfolded, acts) {
  return h('details', {class: 'group', open: unfolded}, h('summary', {}, h('h3', {}, 'What was concluded')),
    table('Facts', ['Fact', 'Concluded', 'From'], story.facts.map(fact => [
      fact.fact,
      fact.value ?? h('span', {class: 'gap'}, `not known: ${fact.missing?.detail ?? ''}`),
      entries(fact.from, acts),
    ])));
}

function lines(story, acts) {
  return story.linesOfTherapy.length === 0 ? null : h('details', {class: 'group', open: true},
    h('summary', {}, h('h3', {}, 'Lines of therapy')),
    table('Lines of therapy', ['Line', 'Drugs', 'From, to', 'Ended by', 'Progression', 'Counted from'],
      story.linesOfTherapy.map(line => [
        `${line.line ?? line.lineRange ?? '?'} (${line.setting})`, line.drugs.join(' + '),
        `${line.start ?? 'undated'} to ${line.end ?? (line.endReason === 'ongoing' ? 'now' : 'undated')}`,
        line.endReason, line.progression, entries(line.from, acts),
      ])));
}

function missing(story) {
  return story.missing.length === 0 ? null : h('details', {class: 'group', open: true},
    h('summary', {}, h('h3', {}, 'What is missing, most decisive first')),
    h('ol', {}, story.missing.map(gap => h('li', {}, h('b', {}, gap.fact), ': ', gap.details.join('; '),
      gap.decides.length ? h('span', {class: 'small'}, ` (would help to decide ${gap.decides.join(', ')})`) : null))));
}

function warnings(story) {
  return story.warnings.length === 0 ? null : h('details', {class: 'group', open: true},
    h('summary', {}, h('h3', {}, 'Warnings about the record')), h('ul', {}, story.warnings.map(each => h('li', {}, each))));
}
