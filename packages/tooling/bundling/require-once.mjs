/** How esbuild writes the import of a package, once for each module that has one. */
const IMPORT = /\b(import_[\w$]+)=require\("([^"]+)"\)/g;

/**
 * The text of a bundle that requires each package once, at its top, as imports are: Node looks a package up each time
 * that it is asked. What a function requires by itself stays there.
 * @param {string} code without white space where none is needed
 * @returns {string}
 */
export function requireOnce(code) {
  /** @type {Map<string, string>} */
  const variables = new Map();
  const body = code.replaceAll(IMPORT, (_, variable, specifier) => {
    const required = variables.get(specifier) ?? `required_${variables.size}`;
    variables.set(specifier, required);
    return `${variable}=${required}`;
  });
  const required = [...variables].map(
    ([specifier, name]) => `var ${name}=require("${specifier}");`,
  );
  return `${required.join('')}${body}`;
}
