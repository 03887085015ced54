import { RANGES, type RangeName } from './data/view';
import { THEMES, type ThemeName } from './style/theme-names';

/** What the reader chose. It lives in the address, so that it can be sent to somebody; nothing is stored. */
export interface UrlState {
  readonly range: RangeName;
  readonly method: string | undefined;
  readonly reason: string | undefined;
  readonly theme: ThemeName;
  readonly form: 'chart' | 'table';
  /** Whether single keys are shortcuts. */
  readonly keys: boolean;
  readonly sender: string | undefined;
}

/** Reads what the address says; what it does not say has its default. */
export function readUrlState(search: string): UrlState {
  const query = new URLSearchParams(search);
  return {
    range: oneOf(Object.keys(RANGES) as RangeName[], query.get('range')),
    method: query.get('method') ?? undefined,
    reason: query.get('reason') ?? undefined,
    theme: oneOf(THEMES, query.get('theme')),
    form: oneOf(['chart', 'table'], query.get('form')),
    keys: query.get('keys') !== 'off',
    sender: query.get('sender') ?? undefined,
  };
}

/** The query of an address that says the same; defaults are left out. */
export function writeUrlState({
  range,
  method,
  reason,
  theme,
  form,
  keys,
  sender,
}: UrlState): string {
  const query = new URLSearchParams();
  if (range !== '5m') query.set('range', range);
  if (method !== undefined) query.set('method', method);
  if (reason !== undefined) query.set('reason', reason);
  if (theme !== 'auto') query.set('theme', theme);
  if (form !== 'chart') query.set('form', form);
  if (!keys) query.set('keys', 'off');
  if (sender !== undefined) query.set('sender', sender);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function oneOf<Value extends string>(values: readonly Value[], given: string | null): Value {
  const [first] = values;
  if (first === undefined) throw new RangeError('there is nothing to choose from');
  return values.find((value) => value === given) ?? first;
}
