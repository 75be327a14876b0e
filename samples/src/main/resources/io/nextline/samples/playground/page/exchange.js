// The call as it went over the wire, and the feedback that the server keeps.

import {h, pretty, table, wide} from './dom.js';

export function exchange(call) {
  const size = bytes => `${(bytes / 1024).toFixed(1)} kB`;
  return [
    h('p', {}, h('code', {}, `POST ${call.path}`)),
    table('The call', ['Status', 'Time', 'Request', 'Response', 'X-Nextline-Why'],
      [[String(call.status), `${call.millis.toFixed(1)} ms`, size(call.bytes), size(call.responseBytes), call.why ?? '–']]),
    h('p', {class: 'small'}, 'The day of evaluation is part of this address, on the development server only. At ',
      h('code', {}, call.path.replace(/^.*(?=\/cds-services)/, '')), ' the same service answers as of today.'),
    json('Request', call.request), json('Response', call.response),
  ];
}

function json(title, value) {
  const body = h('pre', {}, '');
  return h('details', {class: 'group', ontoggle: event => {
    if (event.target.open && !body.textContent) {
      body.textContent = pretty(value);
    }
  }}, h('summary', {}, h('h3', {}, title)), wide(title, body));
}

export function feedback(kept) {
  if (kept.kept === 0) {
    return [h('div', {class: 'empty'}, h('h3', {}, 'No feedback yet'),
      h('p', {}, 'Accept a suggestion or override a card; what is sent and kept appears here. It is lost when the server stops.'))];
  }
  return [
    h('h3', {}, `${kept.kept} ${kept.kept === 1 ? 'entry' : 'entries'} kept`),
    table('Latest feedback', ['Received', 'Statements', 'Outcome', 'Reason', 'Comment'], kept.latest.map(each => [
      each.receivedAt.slice(0, 19).replace('T', ' '), each.statements.join(', '), each.outcome, each.reason, each.comment])),
    h('h3', {}, 'Summary by statement'),
    table('Summary', ['Statement', 'Outcome', 'Reason', 'Cards', 'Reports'], kept.summary.map(line => [
      line.statement || 'not known', line.outcome, line.reason, String(line.cards), String(line.reports)])),
  ];
}
