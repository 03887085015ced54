import { join } from 'node:path';
import ts from 'typescript';
import { nameOf } from './name-type.mjs';

const NAMES_OPTIONS = /\w(Options|Config)$/;

/**
 * Whether a symbol is declared by a package itself, not passed on from another.
 * @param {ts.Symbol} symbol
 * @param {string} directory of the package
 */
export function isDeclaredIn(symbol, directory) {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName;
  return file !== undefined && file.startsWith(join(directory, 'dist'));
}

/** @param {ts.Type} type */
const isOptions = (type) =>
  NAMES_OPTIONS.test(nameOf(type)) && (type.flags & ts.TypeFlags.TypeParameter) === 0;

/**
 * The types of options among the parameters of a function, of a class and of its static functions, and those of this
 * package that are given inside of them.
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 * @param {string} directory of the package
 * @returns {{ type: ts.Type, owner?: string }[]}
 */
export function listTakenTypes(checker, symbol, directory) {
  if (symbol.valueDeclaration === undefined) return [];
  const type = checker.getTypeOfSymbol(symbol);
  const isClass = (symbol.flags & ts.SymbolFlags.Class) !== 0;
  const statics = isClass ? type.getProperties() : [];
  const taken = [type, ...statics.map((one) => checker.getTypeOfSymbol(one))]
    .flatMap((one) => [...one.getCallSignatures(), ...one.getConstructSignatures()])
    .flatMap(({ parameters }) => parameters)
    .map((parameter) => checker.getNonNullableType(checker.getTypeOfSymbol(parameter)))
    .filter(isOptions);
  return taken.flatMap((outer) => [
    { type: outer },
    ...outer.getProperties().flatMap((option) => {
      const inner = checker.getNonNullableType(checker.getTypeOfSymbol(option));
      const isOwn = isOptions(inner) && isDeclaredIn(inner.symbol, directory);
      return isOwn ? [{ type: inner, owner: `${nameOf(outer)}.${option.name}` }] : [];
    }),
  ]);
}
