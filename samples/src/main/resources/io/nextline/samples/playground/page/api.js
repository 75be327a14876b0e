// What the server is asked. The services are called exactly as a client of CDS Hooks calls them.

/** What went wrong, in words that say what to do. */
export class Problem extends Error {}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const issues = (body.issue ?? []).map(issue => issue.diagnostics).filter(Boolean);
    throw new Problem(body.error ?? (issues.join('; ') || `The server answered with status ${response.status}.`));
  }
  return body;
}

function send(path, body) {
  return fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
}

export const get = async path => answer(await fetch(path));
export const post = async (path, body) => answer(await send(path, body));

/** The base URL of the services on a day; the plain one is today's. */
export const base = question => `/playground/at/${question.asOf}/${question.layer}`;

/** Calls a service and keeps the whole exchange. */
export async function call(path, request) {
  const body = JSON.stringify(request);
  const began = performance.now();
  const response = await fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
  const text = await response.text();
  return {
    path, request, bytes: new Blob([body]).size,
    status: response.status,
    millis: performance.now() - began,
    why: response.headers.get('X-Nextline-Why'),
    response: parsed(text), responseBytes: new Blob([text]).size,
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
