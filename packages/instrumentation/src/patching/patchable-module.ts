import { types } from 'node:util';

/** What a library exports, wherever its module system put it. */
export interface PatchableModule {
  /** What to hand to whoever loads the library. */
  readonly exports: unknown;
  /** An export by its name; the module itself, or its default export, by `ITSELF`. */
  read(name: string): unknown;
  /** Puts something in the place of an export. */
  replace(name: string, replacement: unknown): void;
}

/** The name of what a module is when it exports a single function. */
export const ITSELF = 'default';

type Holder = Record<string, unknown>;

/** Opens what a module system loaded, so that its exports can be replaced. */
export function openModule(exports: unknown): PatchableModule {
  if (types.isProxy(exports)) return new ImportedModule(exports as Holder);
  return new RequiredModule(exports);
}

/**
 * What `import` loaded, behind the proxy of the loader: its exports can be set. A CommonJS module is found whole in
 * the default export, and what of it could be named besides.
 */
class ImportedModule implements PatchableModule {
  constructor(readonly exports: Holder) {}

  read(name: string): unknown {
    return this.exports[name] ?? this.whole?.[name];
  }

  replace(name: string, replacement: unknown): void {
    if (this.exports[name] !== undefined) this.exports[name] = replacement;
    const { whole } = this;
    if (name !== ITSELF && whole?.[name] !== undefined) redefine(whole, name, replacement);
  }

  private get whole(): Holder | undefined {
    const whole = this.exports[ITSELF];
    const isHolder = (typeof whole === 'object' && whole !== null) || typeof whole === 'function';
    return isHolder ? (whole as Holder) : undefined;
  }
}

/**
 * What `require` loaded. Exports are replaced in place, so that whoever loaded the module before has them too; an ES
 * module does not let itself be changed, and is handed out as a copy.
 */
class RequiredModule implements PatchableModule {
  constructor(public exports: unknown) {}

  read(name: string): unknown {
    if (name === ITSELF && typeof this.exports === 'function') return this.exports;
    return (this.exports as Holder | null | undefined)?.[name];
  }

  replace(name: string, replacement: unknown): void {
    if (name === ITSELF && typeof this.exports === 'function') {
      this.exports = replacement;
      return;
    }
    const holder = this.exports as Holder;
    if (types.isModuleNamespaceObject(holder) || !redefine(holder, name, replacement)) {
      this.exports = { ...holder, [name]: replacement };
    }
  }
}

/** Replaces a property, also one that is only read; false where it cannot be. */
function redefine(holder: Holder, name: string, value: unknown): boolean {
  const enumerable = Object.getOwnPropertyDescriptor(holder, name)?.enumerable ?? true;
  return Reflect.defineProperty(holder, name, {
    value,
    enumerable,
    configurable: true,
    writable: true,
  });
}
