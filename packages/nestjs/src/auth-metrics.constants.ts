/** Injection token of the meter; `@InjectAuthMeter()` hides it. */
export const AUTH_METER = Symbol('authmeter.meter');

/** Injection token of the options of the module, with their defaults. */
export const AUTH_METRICS_SETTINGS = Symbol('authmeter.settings');

/** Where the decorators leave what they say of a controller or a handler. */
export const AUTH_MARK = {
  skip: Symbol('authmeter.skip'),
  method: Symbol('authmeter.method'),
  operation: Symbol('authmeter.operation'),
} as const;
