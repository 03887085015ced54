const VARIABLE = /\$\{(\w+)(?::(\w+))?\}|\$(\w+)/g;

/** What stands for the variables where any value will do. */
export const ANY_VALUES = {
  datasource: 'Prometheus',
  job: '.+',
  instance: '.+',
  method: '.*',
  operation: 'login',
  ip_address: '',
  __interval: '15s',
  __rate_interval: '1m',
  __range: '1h',
};

/**
 * A query as Grafana sends it.
 * @param {string} text PromQL with variables
 * @param {Readonly<Record<string, string>>} values by name of the variable
 * @returns {string}
 * @throws {Error} for a variable that has no value
 */
export function fillInVariables(text, values) {
  return text.replaceAll(VARIABLE, (whole, braced, form, plain) => {
    const value = values[braced ?? plain];
    if (value === undefined) throw new Error(`no value for the variable ${whole}`);
    return form === 'regex' ? value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\\$&`) : value;
  });
}

/**
 * Names of the variables in a text, each once.
 * @param {string} text
 * @returns {string[]}
 */
export function namesOfVariables(text) {
  return [
    ...new Set([...text.matchAll(VARIABLE)].map(([, braced, , plain]) => braced ?? plain ?? '')),
  ];
}
