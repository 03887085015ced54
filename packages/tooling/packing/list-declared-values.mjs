import ts from 'typescript';

/** Of the types of values nothing is asked, so the library of the language is not read. */
const COMPILER_OPTIONS = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noLib: true,
  types: [],
};

/**
 * What a program can use at run time of what declaration files export, by their word: a class that one of them, or
 * one on the way to it, exports with `export type` is a type alone. An import that leads nowhere counts as a value.
 * @param {readonly string[]} files absolute paths
 * @returns {Map<string, Set<string>>} names by file
 */
export function listDeclaredValues(files) {
  const program = ts.createProgram(files, COMPILER_OPTIONS);
  const checker = program.getTypeChecker();
  return new Map(
    files.map((file) => {
      const source = program.getSourceFile(file);
      if (source === undefined) throw new Error(`${file} is missing: run the script build first`);
      // A file that exports nothing is no module.
      const module = checker.getSymbolAtLocation(source);
      const values = module === undefined ? [] : checker.getTypeOfSymbol(module).getProperties();
      return [file, new Set(values.map(({ name }) => name))];
    }),
  );
}
