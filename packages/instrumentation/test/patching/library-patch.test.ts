import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { LibraryPatch } from '../../src/patching/library-patch';
import { applyPatch } from '../../src/patching/library-patch';
import type { Wrap } from '../../src/patching/wrap-once';

const shout: Wrap = (original) =>
  function (this: unknown, ...parameters) {
    return `${String(original.apply(this, parameters))}!`;
  };
const PATCH: LibraryPatch = { library: 'jose', supported: [], functions: { speak: shout } };

type Speak = (word?: string) => string;
const speak: Speak = (word = 'hello') => word;

/** Applies a patch, and tells what it had to say. */
function apply(
  patch: Omit<LibraryPatch, 'library' | 'supported'>,
  exports: unknown,
  version?: string,
) {
  const lines: unknown[] = [];
  const keep = (line: unknown): void => {
    lines.push(line);
  };
  const logger = { error: keep, warn: keep, info: keep, debug: keep, verbose: keep };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  try {
    const result = applyPatch({ library: 'jose', supported: [], ...patch }, exports, version);
    return { result: result as Record<string, Speak>, lines };
  } finally {
    diag.disable();
  }
}

describe('applyPatch', () => {
  it('patches all the same where the logger of diagnostics throws', () => {
    const exports = { speak };
    const throwing = (): void => {
      throw new Error('the logger');
    };
    diag.setLogger({
      error: throwing,
      warn: throwing,
      info: throwing,
      debug: throwing,
      verbose: throwing,
    });

    const patch = { ...PATCH, functions: { speak: shout, missing: shout } };
    const result = applyPatch(patch, exports, '1.0.0');
    diag.disable();

    expect(result).toBe(exports);
    expect(exports.speak()).toBe('hello!');
  });

  it('replaces an exported function in place, so that whoever has the module has it too', () => {
    const exports = { speak, other: 1 };

    const { result, lines } = apply(PATCH, exports);

    expect(result).toBe(exports);
    expect(exports.speak()).toBe('hello!');
    expect(exports.other).toBe(1);
    expect(lines).toEqual([]);
  });

  it('replaces what can only be read, as compiled modules have it', () => {
    const exports = {};
    Object.defineProperty(exports, 'speak', {
      get: () => speak,
      enumerable: true,
      configurable: true,
    });

    expect(apply(PATCH, exports).result['speak']?.()).toBe('hello!');
    expect(Object.keys(exports)).toEqual(['speak']);
  });

  it('hands out a copy of what does not let itself be changed', () => {
    const exports = Object.freeze({ speak, other: 1 });

    const { result } = apply(PATCH, exports);

    expect(result).not.toBe(exports);
    expect(result['speak']?.()).toBe('hello!');
    expect(result['other']).toBe(1);
    expect(exports.speak()).toBe('hello');
  });

  it('replaces a module that is a function, and where it holds itself', () => {
    const module = Object.assign((word?: string) => speak(word), {
      speak,
      default: {},
    });
    module.default = module;

    const { result } = apply({ itself: shout, functions: { speak: shout } }, module);

    const called = result as unknown as Speak & { default: unknown; speak: Speak };
    expect(called('bye')).toBe('bye!');
    expect(called.default).toBe(called);
    expect(called.speak()).toBe('hello!');
    expect(called).toHaveLength(1);
  });

  it('wraps a method where it is defined, once for all classes that inherit it', () => {
    class Base {
      speak(): string {
        return 'base';
      }
    }
    class Derived extends Base {}
    const exports = { Base, Derived };

    apply({ everyMethod: { speak: shout } }, exports);
    apply({ methods: { Derived: { speak: shout } } }, exports);

    expect(new Base().speak()).toBe('base!');
    expect(new Derived().speak()).toBe('base!');
    expect(Object.keys(Base.prototype)).toEqual([]);
  });

  it('wraps once, however often it is applied and by whatever name', () => {
    const exports = { speak, alias: speak };
    const patch = { functions: { speak: shout, alias: shout } };

    apply(patch, exports);
    apply(patch, exports);

    expect(exports.speak()).toBe('hello!');
    expect(exports.alias).toBe(exports.speak);
  });

  it('says in one line what is missing, patches the rest, and breaks nothing', () => {
    const patch = {
      itself: shout,
      functions: { speak: shout, whisper: shout },
      methods: { Orator: { speak: shout }, Poet: { write: shout } },
      everyMethod: { sing: shout },
    };
    const exports = { speak, Poet: class {} };

    const { result, lines } = apply(patch, exports, '9.9.9');

    expect(result['speak']?.()).toBe('hello!');
    expect(lines).toEqual([
      'authmeter: jose 9.9.9 is not observed as it should be: it has no function whisper, function to call, ' +
        'method Orator.speak, method Poet.write, class with the method sing',
    ]);
  });

  it.each([undefined, null, 7, 'text'])('survives a module that is no module: %p', (exports) => {
    const { result, lines } = apply(PATCH, exports);

    expect(result).toBe(exports);
    expect(lines).toHaveLength(1);
  });

  it('survives a module that throws when it is looked at', () => {
    const hostile = Object.defineProperty({}, 'speak', {
      get: () => {
        throw new Error('hands off');
      },
    });

    const { result, lines } = apply(PATCH, hostile);

    expect(result).toBe(hostile);
    expect(lines).toEqual([
      'authmeter: jose is not observed as it should be: it cannot be changed',
    ]);
  });
});

describe('applyPatch to what a loader imported', () => {
  /** As the loader of ES modules shows them: exports can be set, and nothing else. */
  function imported(exports: Record<string, unknown>): Record<string, unknown> {
    return new Proxy(exports, {
      set: (target, name, value) => name in target && Reflect.set(target, name, value),
    });
  }

  it('replaces named exports', () => {
    const namespace = imported({ speak, other: 1 });

    const { result } = apply(PATCH, namespace);

    expect(result).toBe(namespace);
    expect(result['speak']?.()).toBe('hello!');
  });

  it('replaces what a CommonJS module exports, inside of its default export', () => {
    const whole = { speak };
    const namespace = imported({ default: whole });

    apply(PATCH, namespace);

    expect(whole.speak()).toBe('hello!');
    expect(namespace['default']).toBe(whole);
  });

  it('replaces a default export that is a function', () => {
    const namespace = imported({ default: speak });

    const { result } = apply({ itself: shout }, namespace);

    expect(result['default']?.()).toBe('hello!');
  });

  it('has the same wrapper by every name', () => {
    const namespace = imported({ default: { speak }, speak });

    apply(PATCH, namespace);

    expect((namespace['default'] as { speak: Speak }).speak).toBe(namespace['speak']);
  });
});
