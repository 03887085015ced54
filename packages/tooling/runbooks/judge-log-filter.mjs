/**
 * What log filters may ask for.
 * @typedef {object} EventVocabulary
 * @property {readonly string[]} names of audit events
 * @property {readonly string[]} attributes that some event carries
 */

const EVENT_NAME = /(?<!\[)"((?:auth|session)\.[a-z_.]+)"/g;
const ATTRIBUTE = /\.attributes(?:\["([^"]+)"\]|\.([A-Za-z_]\w*))/g;
/** Behind `.attributes |` each field is an attribute. */
const OF_ATTRIBUTES = /\.attributes \| \[([^\]]*)\]/g;
const FIELD = /\.([A-Za-z_]\w*)/g;

/** Whether a command reads audit events. */
export const isLogFilter = (/** @type {string} */ command) => /^auth_events \|/m.test(command);

/**
 * Events and attributes that a log filter asks for and that do not exist, one clause each.
 * @param {string} command shell
 * @param {EventVocabulary} vocabulary
 * @returns {string[]}
 */
export function judgeLogFilter(command, { names, attributes }) {
  const unknownNames = [...command.matchAll(EVENT_NAME)]
    .map(([, name = '']) => name)
    .filter((name) => !names.includes(name));
  const fields = [...command.matchAll(OF_ATTRIBUTES)].flatMap(([, list = '']) =>
    [...list.matchAll(FIELD)].map(([, field = '']) => field),
  );
  const unknownAttributes = [...command.matchAll(ATTRIBUTE)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .concat(fields)
    .filter((key) => !attributes.includes(key));
  return [
    ...unknownNames.map((name) => `names the event ${name}, which does not exist`),
    ...unknownAttributes.map((key) => `names the attribute ${key}, which no event carries`),
  ];
}
