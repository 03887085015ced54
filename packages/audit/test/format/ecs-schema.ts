import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The published types of the Elastic Common Schema, which are generated from the schema itself. */
const MANIFEST = require.resolve('@elastic/ecs/package.json');

/** Finds what of a document the schema does not have, or has as something else. */
export function openEcsSchema(): {
  readonly version: string;
  readonly complaints: (document: object) => readonly string[];
} {
  const file = join(dirname(MANIFEST), 'generated/index.ts');
  const program = ts.createProgram([file], { noEmit: true, strict: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const exported =
    source && checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol);
  const ecs = exported?.find(({ name }) => name === 'Ecs');
  if (ecs === undefined) throw new Error('the schema has no type Ecs');

  const judge = (value: unknown, type: ts.Type, path: string): string[] => {
    if ((type.flags & ts.TypeFlags.Unknown) !== 0) return [];
    const known = checker.getNonNullableType(type);
    const parts = known.isUnion() ? known.types : [known];
    if (Array.isArray(value)) {
      const elements = parts.flatMap(
        (part) => checker.getIndexTypeOfType(part, ts.IndexKind.Number) ?? [],
      );
      return elements.length === 0
        ? [`${path} is no list`]
        : value.flatMap((item) => judge(item, elements[0] as ts.Type, `${path}[]`));
    }
    if (typeof value === 'object' && value !== null) {
      const objects = parts.filter(
        (part) => (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0,
      );
      return Object.entries(value).flatMap(([key, member]) => {
        const types = objects.flatMap((part) => {
          const property = checker.getPropertyOfType(part, key);
          const found = property
            ? checker.getTypeOfSymbol(property)
            : checker.getIndexTypeOfType(part, ts.IndexKind.String);
          return found ?? [];
        });
        const [first] = types;
        return first === undefined
          ? [`${path}${key} does not exist`]
          : judge(member, first, `${path}${key}.`);
      });
    }
    const wanted = typeof value === 'number' ? ts.TypeFlags.NumberLike : ts.TypeFlags.StringLike;
    const fits = parts.some(({ flags }) => (flags & wanted) !== 0);
    return fits ? [] : [`${path} is no ${typeof value}`];
  };
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string };
  const root = checker.getDeclaredTypeOfSymbol(ecs);
  return { version, complaints: (document) => judge(document, root, '') };
}
