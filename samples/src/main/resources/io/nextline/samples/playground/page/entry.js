// One entry of the record, with the element marked that something was concluded from.

import {$, pretty, show} from './dom.js';

export function openEntry({reference, element}, state) {
  const resource = (state.bundle.entry ?? []).map(each => each.resource)
    .concat(state.drafts.map(draft => draft.resource))
    .find(each => each && `${each.resourceType}/${each.id}` === reference);
  $('entry-title').textContent = reference;
  $('entry-note').textContent = element ? `Read from the element “${element}”.` : '';
  const text = resource ? pretty(resource) : 'The record holds no entry of this name.';
  // A field of the resource itself, whose name may go on with its type, as in valueQuantity.
  const field = /^[A-Za-z]+/.exec(element);
  const at = field ? text.search(new RegExp(`^  "${field[0]}[A-Za-z]*":`, 'm')) : -1;
  const end = at < 0 ? -1 : text.indexOf('\n', at);
  const mark = document.createElement('mark');
  mark.textContent = at < 0 ? '' : text.slice(at, end);
  show($('entry-json'), at < 0 ? [text] : [text.slice(0, at), mark, text.slice(end)]);
  $('entry').showModal();
  mark.scrollIntoView?.({block: 'center'});
}
