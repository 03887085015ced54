/**
 * What audit events are called and what they carry.
 * @param {import('../workspace/load-conventions.mjs').Conventions} conventions
 * @returns {import('./judge-log-filter.mjs').EventVocabulary}
 */
export function eventVocabulary({ AUDIT_EVENTS, SUBJECT_ATTRIBUTES, FAILURE_ATTRIBUTES }) {
  const attributes = [
    ...Object.values(SUBJECT_ATTRIBUTES),
    ...FAILURE_ATTRIBUTES,
    ...AUDIT_EVENTS.flatMap((event) => [...event.attributes]),
  ];
  return {
    names: AUDIT_EVENTS.map(({ name }) => name),
    attributes: [...new Set(attributes.map(({ key }) => key))],
  };
}
