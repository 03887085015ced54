import ts from 'typescript';

/** More literals than this are named by their alias. */
const MOST_LITERALS_SPELLED_OUT = 5;
const FORMAT =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/**
 * The name that a type was given; empty where it has none.
 * @param {ts.Type} type
 */
export const nameOf = (type) => (type.aliasSymbol ?? type.symbol)?.name ?? '';

/**
 * The type of an option as a reader writes its value: few literals are spelled out, a union that takes any text is
 * `string`, everything else is named as the declaration names it.
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} option
 * @returns {string}
 */
export function nameType(checker, option) {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(option));
  const members = type.isUnion() ? type.types : [type];
  const texts = members.filter((member) => member.isStringLiteral());
  if (texts.length > 0 && texts.length < members.length && takesAnyText(checker, members)) {
    return 'string';
  }
  if (texts.length === members.length && texts.length <= MOST_LITERALS_SPELLED_OUT) {
    return texts.map(({ value }) => `'${value}'`).join(' | ');
  }
  return tidy(
    isFunction(type)
      ? checker.typeToString(type, undefined, FORMAT)
      : declared(checker, option, type),
  );
}

/**
 * Whether `string` itself, or the `string & {}` that keeps completions alive, is among the members of a union.
 * @param {ts.TypeChecker} checker
 * @param {readonly ts.Type[]} members
 */
function takesAnyText(checker, members) {
  return members.every(
    (member) => member.isStringLiteral() || checker.typeToString(member).startsWith('string'),
  );
}

/** @param {ts.Type} type */
const isFunction = (type) =>
  type.getCallSignatures().length > 0 && type.getProperties().length === 0;

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} option
 * @param {ts.Type} type
 */
function declared(checker, option, type) {
  const declaration = option.valueDeclaration;
  const node = declaration && ts.isPropertySignature(declaration) ? declaration.type : undefined;
  return (
    node?.getText().replace(/ \| undefined$/, '') ?? checker.typeToString(type, undefined, FORMAT)
  );
}

/** @param {string} text */
const tidy = (text) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('readonly ', '')
    .replaceAll('; }', ' }')
    .replace(/^Readonly<(.*)>$/, '$1')
    .replaceAll('ServerResponse<IncomingMessage>', 'ServerResponse');
