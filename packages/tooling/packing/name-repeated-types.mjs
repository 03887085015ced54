import ts from 'typescript';

/** Shorter than this, a name says less than the type. */
const WORTH_NAMING = 40;
const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true });

/**
 * Declarations in which the type of a constant is written once: where it stands within the type of another constant,
 * as a metric's does within that of the catalogue, that one says `typeof`. What is declared stays the same.
 * @param {string} text of a declaration file
 * @returns {string}
 */
export function nameRepeatedTypes(text) {
  const file = ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.Latest, true);
  const constants = listConstants(file);
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const { name, type } of constants) {
    const written = print(type, file);
    if (written.length >= WORTH_NAMING && !names.has(written)) names.set(written, name);
  }
  /** @type {{ start: number, end: number, name: string }[]} */
  const places = [];
  for (const { name: owner, type } of constants) {
    /** @param {ts.Node} node */
    const visit = (node) => {
      const name = isWritten(node) ? names.get(print(node, file)) : undefined;
      if (name === undefined || name === owner) ts.forEachChild(node, visit);
      else places.push({ start: node.getStart(file), end: node.getEnd(), name });
    };
    visit(type);
  }
  return places
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, name }) =>
        `${result.slice(0, start)}typeof ${name}${result.slice(end)}`,
      text,
    );
}

/**
 * @param {ts.SourceFile} file
 * @returns {{ name: string, type: ts.TypeNode }[]} constants with a type that is written out
 */
function listConstants(file) {
  return file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ name, type }) =>
      ts.isIdentifier(name) && type !== undefined && isWritten(type)
        ? [{ name: name.text, type }]
        : [],
    );
}

/** Whether a node is an object type or a list of types. @param {ts.Node} node @returns {node is ts.TypeNode} */
function isWritten(node) {
  return ts.isTypeLiteralNode(node) || ts.isTypeOperatorNode(node);
}

/** @param {ts.Node} node @param {ts.SourceFile} file */
function print(node, file) {
  return printer.printNode(ts.EmitHint.Unspecified, node, file);
}
