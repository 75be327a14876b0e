// A link to what is shown. It names a sample patient and what was done to it, never a record: a dropped Bundle has no link.

const LIST = value => (value ? value.split(',').filter(Boolean) : []);

export function read() {
  const fields = new URLSearchParams(location.hash.slice(1));
  return {
    patient: fields.get('patient'),
    hook: fields.get('hook'),
    orders: LIST(fields.get('orders')),
    unselected: LIST(fields.get('unselected')),
    asOf: fields.get('as-of'),
    layer: fields.get('layer'),
    changes: LIST(fields.get('changes')),
    view: fields.get('view') ?? 'cards',
    statement: fields.get('statement'),
  };
}

export function write(state) {
  if (!state.patient) {
    history.replaceState(null, '', location.pathname);
    return;
  }
  const fields = new URLSearchParams({patient: state.patient, hook: state.hook});
  const set = (name, value) => value && fields.set(name, value);
  set('orders', state.drafts.map(draft => draft.name).join(','));
  set('unselected', state.drafts.filter(draft => !draft.selected).map(draft => draft.name).join(','));
  set('as-of', state.asOf);
  set('layer', state.layer === 'all' ? '' : state.layer);
  set('changes', state.changes.map(change => change.id).join(','));
  set('view', state.view === 'cards' ? '' : state.view);
  set('statement', state.view === 'why' ? state.statement : '');
  const hash = `#${fields.toString().replace(/%2C/g, ',')}`;
  if (hash !== location.hash) {
    history.pushState(null, '', hash);
  }
}
