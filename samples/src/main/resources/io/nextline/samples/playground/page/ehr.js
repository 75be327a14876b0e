// The part of an EHR: what it prefetches for a service from the record that it holds.

const QUERIES = {
  conditions: ['Condition'],
  medications: ['MedicationRequest', 'Medication'],
  administrations: ['MedicationAdministration'],
  dispenses: ['MedicationDispense'],
  statements: ['MedicationStatement'],
  reports: ['DiagnosticReport'],
  procedures: ['Procedure'],
};
const ASKED = new Set(['Observation', ...Object.values(QUERIES).flat()]);

const isSurvey = resource => (resource.category ?? []).some(category =>
  (category.coding ?? []).some(coding => coding.code === 'survey'));

/** The answer to a query. Where the record says that it has further pages, so does each answer. */
function searchset(bundle, wanted) {
  const found = (bundle.entry ?? []).filter(entry => entry.resource && wanted(entry.resource));
  const links = (bundle.link ?? []).filter(link => link.relation === 'next');
  return {resourceType: 'Bundle', type: 'searchset', ...(links.length ? {link: links} : {}), entry: found};
}

export function patientOf(bundle) {
  return (bundle.entry ?? []).map(entry => entry.resource).find(resource => resource?.resourceType === 'Patient');
}

/**
 * One answer for each key that the services ask for. What none of them asks for comes under a key of its own, and the patient once
 * more, since entries may mean it by the full URL that it has in the Bundle.
 */
export function prefetch(bundle) {
  const answers = {patient: patientOf(bundle) ?? null};
  for (const [key, types] of Object.entries(QUERIES)) {
    // The outcome of a query that failed does not say which: it weakens every area, and keeps no required answer from being one.
    const outcome = key === 'medications' ? null : 'OperationOutcome';
    answers[key] = searchset(bundle, ({resourceType}) => types.includes(resourceType) || resourceType === outcome);
  }
  const observation = resource => resource.resourceType === 'Observation';
  answers.observations = searchset(bundle, resource =>
    (observation(resource) && !isSurvey(resource)) || resource.resourceType === 'OperationOutcome');
  answers.assessments = searchset(bundle, resource => observation(resource) && isSurvey(resource));
  answers.others = searchset(bundle, resource => !ASKED.has(resource.resourceType));
  return answers;
}

/** The request of a question: a record, a moment, and what is drafted. */
export function requestOf(question) {
  const {bundle, hook, drafts} = question;
  const context = {userId: 'Practitioner/playground', patientId: patientOf(bundle)?.id ?? 'unknown'};
  if (hook !== 'patient-view') {
    context.draftOrders = {
      resourceType: 'Bundle', type: 'collection', entry: drafts.map(draft => ({resource: draft.resource})),
    };
  }
  if (hook === 'order-select') {
    context.selections = drafts.filter(draft => draft.selected)
      .map(draft => `${draft.resource.resourceType}/${draft.resource.id}`);
  }
  return {hook, hookInstance: crypto.randomUUID(), context, prefetch: prefetch(bundle)};
}

/** An order as a prescriber drafts it: a drug by its name. */
export function orderOf(drug, bundle, asOf) {
  return {
    resourceType: 'MedicationRequest', id: `draft-${drug.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    status: 'draft', intent: 'order', medicationCodeableConcept: {text: drug},
    subject: {reference: `Patient/${patientOf(bundle)?.id ?? 'unknown'}`}, authoredOn: asOf,
  };
}
