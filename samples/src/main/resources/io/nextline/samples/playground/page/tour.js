// The guided start: each step works by itself, and takes the ones before it with it.

import {$} from './dom.js';

export const REFERENCE = '01-rcc-reference';
const ORDERS = ['draft-atezolizumab', 'draft-cabozantinib'];
const DISCOURAGED = 'DS-1';

async function drafted(session) {
  const {state} = session;
  const there = state.patient === REFERENCE && ORDERS.every(name => state.drafts.some(draft => draft.name === name));
  if (!there) {
    await session.open(REFERENCE, {orders: ORDERS, hook: 'order-sign'});
  }
  session.reset();
}

/** Lets the steps begin; `answer` asks and shows, `make` changes a fact and shows what moved. */
export function guide(session, attempt, answer, make) {
  const steps = [
    () => answer('cards', true),
    () => {
      session.state.statement = DISCOURAGED;
      return answer('why', true);
    },
    () => make({id: 'ici-toxicity', label: 'Checkpoint inhibitor stopped for toxicity'}),
  ];
  steps.forEach((step, i) => $(`tour-${i + 1}`).addEventListener('click', () => attempt(async () => {
    await drafted(session);
    await step();
  })));
}

/** Marks the step that is shown. */
export function markStep(state) {
  const touring = state.patient === REFERENCE && state.drafts.length > 0;
  const at = !touring ? -1 : state.changes.length ? 2 : {cards: 0, why: 1}[state.view] ?? -1;
  for (let i = 0; i < 3; i++) {
    const step = $(`tour-${i + 1}`);
    if (i === at) {
      step.setAttribute('aria-current', 'step');
    } else {
      step.removeAttribute('aria-current');
    }
  }
}
