import ts from 'typescript';

/**
 * The strings that a source text writes at run time, pieces of template literals included. Literal types and
 * import specifiers are left out: the compiler checks those.
 * @param {string} text TypeScript
 * @returns {{ value: string, line: number }[]} lines count from 1
 */
export function readStringLiterals(text) {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  /** @type {{ value: string, line: number }[]} */
  const literals = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isLiteralTypeNode(node) || ts.isTemplateLiteralTypeNode(node)) return;
    if (
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    ) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      literals.push({ value: node.text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return literals;
}
