import { ALERT_PARAMETERS } from '@authmeter/core/conventions';
import { RenderOptionError } from '../options';

const NUMBER = /^\d+(\.\d+)?$/;
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;
const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * Reads `--set name=number`. Where the parameter is a time, `500ms`, `2s` or `90d` will do too.
 * @throws RenderOptionError for anything else; whether the name and the number are good is for others to judge
 */
export function parseSetting(text: string): readonly [name: string, value: number] {
  const [, name, value = ''] = /^([A-Za-z]+)=(.*)$/.exec(text) ?? [];
  if (name === undefined) throw new RenderOptionError('set', text, 'name=number');
  if (NUMBER.test(value)) return [name, Number(value)];
  const isTime = ALERT_PARAMETERS.some(
    (parameter) => parameter.name === name && parameter.unit === 's',
  );
  const [, amount, unit = ''] = (isTime && DURATION.exec(value)) || [];
  const size = SECONDS[unit];
  if (amount !== undefined && size !== undefined) return [name, Number(amount) * size];
  const allowed = isTime ? 'seconds as a number, or with ms, s, m, h or d behind' : 'a number';
  throw new RenderOptionError(`set ${name}`, value, allowed);
}
