// What is looked at: a record, a moment, drafts, and what was changed; and what the server says to it.

import {base, call, get, post} from './api.js';
import {orderOf, requestOf} from './ehr.js';

const TODAY = () => new Date().toISOString().slice(0, 10);

export class Session {
  constructor() {
    this.state = {
      patient: null, title: '', about: '', bundle: null, original: null, asOf: TODAY(), layer: 'all', hook: 'patient-view',
      drafts: [], changes: [], offered: [], variants: [], files: {}, view: 'cards', statement: null, plain: false,
    };
    this.answer = null;
  }

  /** Opens a sample patient as a link or a choice describes it. */
  async open(patient, wanted = {}) {
    const sample = await get(`/playground/patients/${patient}`);
    const state = {
      ...this.state, patient, title: sample.title, about: sample.about, bundle: sample.bundle, original: sample.bundle,
      asOf: wanted.asOf || sample.asOf, layer: wanted.layer || 'all', hook: wanted.hook || 'patient-view',
      variants: sample.variants, files: sample.drafts, changes: [], drafts: [],
      view: wanted.view || 'cards', statement: wanted.statement ?? null,
    };
    this.state = state;
    for (const name of wanted.orders ?? []) {
      this.draft(name, !(wanted.unselected ?? []).includes(name));
    }
    for (const id of wanted.changes ?? []) {
      await this.change({id, label: id});
    }
  }

  /** Opens a record of the user's own; today is the day, and no link holds it. */
  openOwn(bundle, title) {
    Object.assign(this.state, {
      patient: null, title, about: '', bundle, original: bundle, asOf: TODAY(), hook: 'patient-view',
      variants: [], files: {}, changes: [], drafts: [], view: 'cards', statement: null,
    });
  }

  /** Drafts an order: a file of the sample patient, or a drug. */
  draft(name, selected = true) {
    const file = this.state.files[`${name}.json`];
    const resource = file ?? orderOf(name, this.state.bundle, this.state.asOf);
    this.state.drafts = [...this.state.drafts.filter(each => each.name !== name), ...ordersOf(name, resource, selected)];
    if (this.state.hook === 'patient-view') {
      this.state.hook = 'order-sign';
    }
  }

  /** Drops the drafts that hold this one. */
  undraft(name) {
    this.state.drafts = this.state.drafts.filter(each => each.name !== name);
    if (this.state.drafts.length === 0) {
      this.state.hook = 'patient-view';
    }
  }

  /** Takes the drafts that belong together in the sample patient. */
  variant(variant) {
    this.state.drafts = [];
    this.state.hook = variant?.hook ?? 'patient-view';
    for (const file of variant?.files ?? []) {
      this.draft(file.replace('.json', ''));
    }
    for (const draft of this.state.drafts) {
      const reference = `${draft.resource.resourceType}/${draft.resource.id}`;
      draft.selected = !variant.selections || variant.selections.includes(reference);
    }
  }

  async change(change) {
    const {bundle, edits} = await post(`${base(this.state)}/changes/${change.id}`, this.state.bundle);
    this.state.changes = [...this.state.changes, {...change, edits, before: this.state.bundle}];
    this.state.bundle = bundle;
  }

  /** Takes a record that was edited by hand. */
  edit(bundle) {
    this.state.changes = [...this.state.changes, {id: null, label: 'Edited by hand', edits: [], before: this.state.bundle}];
    this.state.bundle = bundle;
  }

  undo() {
    const last = this.state.changes.at(-1);
    this.state.changes = this.state.changes.slice(0, -1);
    this.state.bundle = last.before;
  }

  reset() {
    this.state.changes = [];
    this.state.bundle = this.state.original;
  }

  /** Asks the service, and what its answer rests on. */
  async ask() {
    const state = this.state;
    const request = requestOf(state);
    const exchange = await call(`${this.service()}`, request);
    const answer = {exchange, details: [], story: null, before: null};
    let offered = [];
    if (exchange.status === 200) {
      answer.details = await post('/playground/markdown', (exchange.response.cards ?? []).map(card => card.detail ?? ''));
      const told = await post(`${base(state)}/story`, request);
      answer.story = told.story;
      offered = told.changes;
      answer.before = state.changes.length === 0 ? null : await this.storyBefore(state);
    }
    this.answer = answer;
    this.state.offered = offered;
  }

  async storyBefore(state) {
    const told = await post(`${base(state)}/story`, requestOf({...state, bundle: state.original}));
    return told.story;
  }

  service() {
    return `${base(this.state)}/cds-services/nextline-${this.state.hook}`;
  }

  /** Reports what became of a card, as CDS Hooks has it. */
  report(card, outcome) {
    return call(`${this.service()}/feedback`, {
      feedback: [{card: card.uuid, ...outcome, outcomeTimestamp: new Date().toISOString()}],
    });
  }
}

/** A file of drafts may be a Bundle of several. */
function ordersOf(name, resource, selected) {
  const resources = resource.resourceType === 'Bundle' ? resource.entry.map(entry => entry.resource) : [resource];
  return resources.map(each => ({name, resource: each, selected}));
}
