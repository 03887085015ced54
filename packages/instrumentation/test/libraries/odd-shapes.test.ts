import { diag, DiagLogLevel } from '@opentelemetry/api';
import { LIBRARY_PATCHES } from '../../src/libraries/library-patches';
import { applyPatch, type LibraryPatch } from '../../src/patching/library-patch';
import type { LibraryFunction, Wrap } from '../../src/patching/wrap-once';
import { Runtime } from '../../src/runtime';
import { observeZeroCode } from '../observe-zero-code';

const NAMED = LIBRARY_PATCHES.map(
  (patch) => [`${patch.library} ${patch.supported[0] ?? ''}`, patch] as const,
);

/** Applies a patch to what a library exports, and tells what it had to say. */
function apply(patch: LibraryPatch, exports: unknown) {
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
  };
  const logger = { error: keep, warn: keep, info: keep, debug: keep, verbose: keep };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  try {
    return { result: applyPatch(patch, exports, '9.9.9'), lines };
  } finally {
    diag.disable();
  }
}

/** All wrappers of a patch. */
function wrapsOf({ itself, functions, methods, everyMethod }: LibraryPatch): readonly Wrap[] {
  return [
    ...(itself === undefined ? [] : [itself]),
    ...Object.values(functions ?? {}),
    ...Object.values(methods ?? {}).flatMap((wraps) => Object.values(wraps)),
    ...Object.values(everyMethod ?? {}),
  ];
}

const hostile = new Proxy(() => undefined, {
  get: (_target, name) => {
    // Asked by whoever awaits it.
    if (name === 'then') return undefined;
    throw new Error(`hands off ${String(name)}`);
  },
});
const ODD: readonly unknown[] = [undefined, null, 7, 'text', Symbol('odd'), {}, [], hostile];
/** What looks like an exchange at first sight, and is none. */
const half = { req: { headers: {} }, res: { prependListener: () => undefined } };
const next = (): string => 'went on';
const HALVES: readonly (readonly unknown[])[] = [
  [half.req, half.res, next],
  [half.req, hostile, next],
  [{ headers: null }, half.res, next],
  ...[{}, null, hostile].map((state) => [{ ...half, state }, next]),
];
const PARAMETERS: readonly (readonly unknown[])[] = [
  [],
  ...HALVES,
  ...ODD.flatMap((odd) => [[odd], [odd, odd], ['text', odd, odd], [odd, odd, odd, odd]]),
];

type End = readonly ['returned' | 'thrown', unknown];

/** What a call ends with, whichever way it goes, at once or later. */
async function endOf(call: () => unknown): Promise<End> {
  try {
    return ['returned', await call()];
  } catch (error) {
    return ['thrown', error];
  }
}

/** Whether a call ended alike; a function that a library returns may come back as one that does the same. */
function isAlike([how, what]: End, [otherHow, other]: End): boolean {
  const isFunction = typeof what === 'function' && typeof other === 'function';
  return how === otherHow && (Object.is(what, other) || isFunction);
}

/** How a call ended, and where in our sources. */
function describeEnd([how, what]: End): string {
  if (!(what instanceof Error)) return `${how} ${typeof what}`;
  const place = /src\/\S+/.exec(what.stack ?? '')?.[0] ?? '';
  return `${how} ${what.message} ${place}`;
}

describe.each(NAMED)('the patch of %s', (_name, patch) => {
  it.each([
    ['that is empty', {}],
    [
      'whose exports are no functions',
      Object.fromEntries(['verify', 'sign', 'hash'].map((key) => [key, 7])),
    ],
    [
      'whose classes are bare',
      { Authenticator: class {}, JwtService: class {}, SignJWT: class {}, BaseClient: class {} },
    ],
    ['that cannot be changed', Object.freeze({ other: 1 })],
  ])('leaves a library alone %s, and says so in one line', (_shape, exports) => {
    const before = { ...exports };

    const { result, lines } = apply(patch, exports);

    expect(result).toBe(exports);
    expect({ ...exports }).toEqual(before);
    expect(lines).toEqual([
      expect.stringMatching(
        `^authmeter: ${patch.library} 9.9.9 is not observed as it should be: it has no `,
      ),
    ]);
  });

  it('returns and throws what the library does, whatever goes in and comes out', async () => {
    const problem = new Error('of the library');
    const throwProblem: LibraryFunction = () => {
      throw problem;
    };
    const originals: readonly LibraryFunction[] = [
      ...ODD.map((odd) => () => odd),
      () => Promise.resolve('later'),
      () => Promise.reject(problem),
      throwProblem,
    ];
    // Those that make a middleware, or a class, have that called as well.
    const factories: readonly LibraryFunction[] = [() => () => 'called', () => throwProblem];

    const { result } = await observeZeroCode(async () => {
      const differences: string[] = [];
      const compare = async (original: LibraryFunction, wrapped: LibraryFunction) => {
        for (const parameters of PARAMETERS) {
          for (const owner of [undefined, {}, hostile]) {
            const expected = await endOf(() => original.apply(owner, [...parameters]));
            const end = await endOf(() => wrapped.apply(owner, [...parameters]));
            if (!isAlike(end, expected)) differences.push(describeEnd(end));
          }
        }
      };
      for (const wrap of wrapsOf(patch)) {
        for (const original of originals) await compare(original, wrap(original));
        for (const factory of factories) {
          await compare(factory() as LibraryFunction, (await wrap(factory)()) as LibraryFunction);
        }
      }
      return differences;
    });

    expect([...new Set(result)]).toEqual([]);
  });

  it('asks for the switch of its library, and for no other', async () => {
    const asked = jest.spyOn(Runtime.prototype, 'observes');
    class Guard {
      canActivate(): boolean {
        return true;
      }
    }

    await observeZeroCode(async () => {
      asked.mockClear();
      for (const wrap of wrapsOf(patch)) {
        const middleware = (await wrap(() => () => 'called')('text')) as LibraryFunction;
        for (const parameters of HALVES) middleware(...parameters);
        const Made = (await wrap(() => class extends Guard {})('text')) as LibraryFunction;
        (Made.prototype as Partial<Guard> | undefined)?.canActivate?.();
      }
    });

    const libraries = new Set(asked.mock.calls.map(([library]) => library));
    asked.mockRestore();
    expect([...libraries]).toEqual([patch.library]);
  });
});
