// The playground: wires the page to what the server answers.

import {get, Problem} from './api.js';
import {cards} from './cards.js';
import {$, say, show} from './dom.js';
import {openEntry} from './entry.js';
import {exchange, feedback} from './exchange.js';
import * as link from './link.js';
import {moved, movedStatements} from './moved.js';
import * as panels from './panels.js';
import {read, record} from './record.js';
import {Session} from './session.js';
import {Tabs} from './tabs.js';
import {guide, markStep, REFERENCE} from './tour.js';
import {why} from './why.js';

const session = new Session();
const tabs = new Tabs(document.querySelector('[role=tablist]'), view => look(view));
let samples = [];
let drugs = [];

const acts = {
  patient: folder => attempt(async () => {
    await session.open(folder, {layer: session.state.layer});
    await answer();
  }),
  undraft: name => attempt(async () => {
    session.undraft(name);
    await answer();
    $('drug').focus();
  }),
  select: (draft, selected) => attempt(async () => {
    draft.selected = selected;
    await answer();
  }),
  change: change => attempt(() => make(change)),
  undo: () => attempt(async () => {
    session.undo();
    await answer('moved', true);
  }),
  reset: () => attempt(async () => {
    session.reset();
    await answer('cards', true);
  }),
  edit: bundle => attempt(async () => {
    if (session.state.bundle) {
      session.edit(bundle);
      await answer('moved', true);
    } else {
      session.openOwn(bundle, 'A pasted Bundle');
      await answer('cards', true);
    }
  }),
  why: id => look('why', id, true),
  entry: from => openEntry(from, session.state),
  evidence: () => {
    const links = (session.answer?.exchange.response.cards ?? []).flatMap(card => card.links ?? []);
    const page = links.find(link => /^https?:.*\/evidence\/[^/]+$/.test(link.url));
    return page ? page.url.replace(/[^/]+$/, '') : null;
  },
  mode: plain => {
    session.state.plain = plain;
    look('cards');
    $('view-cards').querySelector('input:checked')?.focus();
  },
  accept: (card, suggestion, said) => attempt(async () => {
    await report(card, {outcome: 'accepted', acceptedSuggestions: [{id: suggestion.uuid}]}, said);
    const dropped = (suggestion.actions ?? []).map(action => [action.resourceId].flat()[0] ?? '');
    session.state.drafts.filter(draft => dropped.some(id => id.endsWith(`/${draft.resource.id}`)))
      .forEach(draft => session.undraft(draft.name));
    await answer();
    say(`Accepted: ${suggestion.label}. The feedback is kept; the tab Feedback shows it.`);
  }),
  override: (card, reason, comment, said) => attempt(async () => {
    const overrideReason = {...(reason ? {reason} : {}), ...(comment ? {userComment: comment} : {})};
    const outcome = {outcome: 'overridden', ...(reason || comment ? {overrideReason} : {})};
    await report(card, outcome, said);
  }),
};

async function make(change) {
  await session.change(change);
  await answer('moved', true);
}

async function report(card, outcome, said) {
  const sent = await session.report(card, outcome);
  if (sent.status !== 200) {
    throw new Problem(`The feedback was refused with status ${sent.status}.`);
  }
  said.textContent = `Sent and kept: ${outcome.outcome}. The tab Feedback shows it.`;
}

let acting = Promise.resolve();

/**
 * Runs what the user asked for, once what was asked before is done: two at a time would each change what the other shows. What goes
 * wrong is told, and the page stays as it was.
 */
function attempt(work) {
  acting = acting.then(() => told(work));
  return acting;
}

async function told(work) {
  document.body.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (problem) {
    say(problem instanceof Problem ? problem.message : 'The server does not answer. Is it still running?', true);
  } finally {
    document.body.removeAttribute('aria-busy');
  }
}

/** Asks and shows the answer, in another view if one is named, else in the one that is open when it comes. */
async function answer(view, focus = false) {
  await session.ask();
  panels.patients(samples, $('search').value, session.state.patient, acts);
  panels.chart(session.state);
  panels.drafts(session.state, acts);
  panels.changes(session.state, acts);
  look(view ?? session.state.view, session.state.statement, focus);
  say(inWords());
}

function inWords() {
  const {exchange: call, before, story} = session.answer;
  if (call.status !== 200) {
    return `The service refused the call with status ${call.status}.`;
  }
  const shown = call.response.cards ?? [];
  const warnings = shown.filter(card => card.indicator === 'warning').length;
  const parts = [`${shown.length} ${shown.length === 1 ? 'card' : 'cards'}`];
  if (warnings) {
    parts.push(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`);
  }
  if (before) {
    parts.push(`${movedStatements(before, story).length} statements moved`);
  }
  return `${parts.join(', ')}, in ${call.millis.toFixed(0)} ms.`;
}

function look(view, statement = session.state.statement, focus = false) {
  Object.assign(session.state, {view, statement});
  tabs.choose(view);
  const panel = $(`view-${view}`);
  if (session.answer) {
    render(view, panel);
  }
  if (session.answer && view !== 'feedback') {
    link.write(session.state);
  }
  markStep(session.state);
  if (focus) {
    panel.focus({preventScroll: true});
    panel.scrollIntoView({block: 'start'});
  }
}

function render(view, panel) {
  const {state, answer: given} = session;
  const untold = [document.createTextNode('The call was refused, so there is nothing to tell. The tab Cards says why.')];
  const views = {
    cards: () => cards(given, state.plain, acts),
    why: () => (given.story ? why(given.story, state.statement, acts) : untold),
    moved: () => (given.story ? moved(given.before, given.story, state.changes.flatMap(each => each.edits), acts) : untold),
    record: () => record(state, acts),
    exchange: () => exchange(given.exchange),
  };
  if (view === 'feedback') {
    attempt(async () => show(panel, feedback(await get('/playground/feedback'))));
  } else {
    show(panel, views[view]());
  }
}

function own(file) {
  attempt(async () => {
    const {bundle, error} = read(await file.text());
    if (error) {
      throw new Problem(error);
    }
    session.openOwn(bundle, 'Your own Bundle');
    await answer('cards', true);
  });
}

function listen() {
  guide(session, attempt, answer, make);
  $('search').addEventListener('input', () => panels.patients(samples, $('search').value, session.state.patient, acts));
  for (const [id, field] of [['hook', 'hook'], ['as-of', 'asOf'], ['layer', 'layer']]) {
    $(id).addEventListener('change', event => attempt(async () => {
      if (event.target.reportValidity()) {
        session.state[field] = event.target.value;
        await answer();
      }
    }));
  }
  $('variant').addEventListener('change', event => attempt(async () => {
    session.variant(session.state.variants[Number(event.target.value || -1)]);
    await answer('cards');
  }));
  $('question').addEventListener('submit', event => event.preventDefault());
  $('order').addEventListener('submit', event => {
    event.preventDefault();
    attempt(order);
  });
  $('file').addEventListener('change', event => event.target.files[0] && own(event.target.files[0]));
  $('paste').addEventListener('click', () => attempt(() => {
    session.state.bundle = null;
    session.state.patient = null;
    look('record');
    show($('view-record'), record(session.state, acts));
    $('json').focus();
  }));
  document.addEventListener('dragover', event => event.preventDefault());
  document.addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) {
      own(event.dataTransfer.files[0]);
    }
  });
  addEventListener('popstate', () => attempt(fromLink));
}

async function order() {
  const typed = $('drug').value.trim().toLowerCase();
  const drug = drugs.find(each => each.name === typed);
  if (!drug) {
    const near = drugs.filter(each => typed && each.name.includes(typed)).slice(0, 3).map(each => each.name);
    throw new Problem(`The vocabulary has no anticancer drug “${$('drug').value}”.${near.length ? ` Did you mean ${near.join(' or ')}?` : ''}`);
  }
  session.draft(drug.name);
  $('drug').value = '';
  await answer('cards');
}

async function fromLink() {
  const wanted = link.read();
  await session.open(wanted.patient ?? REFERENCE, wanted);
  await answer(wanted.view);
}

async function start() {
  [samples, drugs] = await Promise.all([get('/playground/patients'), get('/playground/drugs')]);
  show($('drugs'), drugs.map(drug => Object.assign(document.createElement('option'), {value: drug.name, label: drug.classes.join(', ')})));
  // Until now nothing could be drafted, and the browser would have sent the form itself, which the page's policy forbids.
  $('draft').disabled = false;
  await fromLink();
}

listen();
attempt(start);
