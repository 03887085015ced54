import ts from 'typescript';

/**
 * Declarations that export with `export type` whatever is no value. Rollup, which knows the names of a bundle only,
 * exports every class as a value.
 * @param {string} text of a declaration file
 * @param {ReadonlySet<string>} values the names that exist at run time
 * @returns {string}
 */
export function markTypes(text, values) {
  const file = ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter((statement) => ts.isExportDeclaration(statement))
    .reverse()
    .reduce((result, statement) => {
      const { exportClause, isTypeOnly, moduleSpecifier } = statement;
      if (isTypeOnly || exportClause === undefined || !ts.isNamedExports(exportClause)) {
        return result;
      }
      /** @param {boolean} areValues @param {string} keyword */
      const write = (areValues, keyword) => {
        const names = exportClause.elements
          .filter(({ name }) => values.has(name.text) === areValues)
          .map((element) => element.getText(file).replace(/^type /, ''));
        const from = moduleSpecifier === undefined ? '' : ` from ${moduleSpecifier.getText(file)}`;
        return names.length === 0 ? [] : [`${keyword} { ${names.join(', ')} }${from};`];
      };
      const written = [...write(true, 'export'), ...write(false, 'export type')];
      return (
        result.slice(0, statement.getStart(file)) +
        (written.length === 0 ? 'export {};' : written.join('\n')) +
        result.slice(statement.getEnd())
      );
    }, text);
}
