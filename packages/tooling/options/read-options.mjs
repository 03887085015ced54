import { join } from 'node:path';
import ts from 'typescript';
import { isDeclaredIn, listTakenTypes } from './list-taken-types.mjs';
import { nameOf, nameType } from './name-type.mjs';
import { readDocstring, readUnit } from './read-docstring.mjs';

/** @typedef {import('../workspace/read-workspace.mjs').WorkspacePackage} WorkspacePackage */

/**
 * One option.
 * @typedef {object} Option
 * @property {string} name
 * @property {string} type as a reader writes it
 * @property {string} unit empty where it is no number
 * @property {string | undefined} default in words; undefined where nothing else is said and it has to be given
 * @property {string} meaning
 * @property {boolean} isRequired
 */

/**
 * The options that functions of one package take.
 * @typedef {object} OptionTable
 * @property {string} folder of the package
 * @property {string} type name of the type
 * @property {string[]} callers functions and classes that take them, or the option that they are given in
 * @property {string} meaning docstring of the type; may be empty
 * @property {Option[]} options in the order of their declaration
 */

const COMPILER_OPTIONS = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * The options of every exported function and class of the packages, as their declarations have them.
 * @param {readonly WorkspacePackage[]} packages built ones
 * @returns {OptionTable[]} by package, in the order of the exports
 */
export function readOptions(packages) {
  const entries = packages.flatMap((workspacePackage) =>
    listTypes(workspacePackage).map((file) => ({ ...workspacePackage, file })),
  );
  const files = entries.map(({ file }) => file);
  const program = ts.createProgram(files, COMPILER_OPTIONS);
  const checker = program.getTypeChecker();
  /** @type {Map<string, OptionTable>} */
  const tables = new Map();
  for (const { folder, directory, file } of entries) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} is missing: run the script build first`);
    for (const exported of checker.getExportsOfModule(module)) {
      const caller = resolve(checker, exported);
      if (!isDeclaredIn(caller, directory)) continue;
      for (const { type, owner } of listTakenTypes(checker, caller, directory)) {
        const key = `${folder} ${nameOf(type)}`;
        const table = tables.get(key) ?? readTable(checker, type, folder);
        table.callers = [...new Set([...table.callers, owner ?? exported.name])];
        tables.set(key, table);
      }
    }
  }
  return [...tables.values()];
}

/** @param {WorkspacePackage} workspacePackage */
function listTypes({ directory, manifest }) {
  return Object.values(manifest['exports'] ?? {})
    .map((target) => target?.require?.types)
    .filter((types) => types !== undefined)
    .map((types) => join(directory, types));
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 */
function resolve(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 * @param {string} folder
 * @returns {OptionTable}
 */
function readTable(checker, type, folder) {
  const symbol = type.aliasSymbol ?? type.symbol;
  return {
    folder,
    type: nameOf(type),
    callers: [],
    meaning: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    options: checker
      .getPropertiesOfType(type)
      .filter((option) => isOurs(option))
      .map((option) => readOption(checker, option)),
  };
}

/**
 * Options that a type inherits from a library are told by the library.
 * @param {ts.Symbol} option
 */
function isOurs(option) {
  const file = option.declarations?.[0]?.getSourceFile().fileName;
  return file === undefined || !file.includes('/node_modules/');
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} option
 * @returns {Option}
 */
function readOption(checker, option) {
  const { name } = option;
  const type = nameType(checker, option);
  const words = readDocstring(ts.displayPartsToString(option.getDocumentationComment(checker)));
  const unit = type === 'number' ? (readUnit(name, words.meaning) ?? '?') : '';
  const isRequired = (option.flags & ts.SymbolFlags.Optional) === 0;
  return { name, type, unit, isRequired, ...words };
}
