import type { AlertPayload, FindingPayload } from '../../shared/payload';
import { formatCount, formatNumber, formatShare, plural } from '../format/numbers';
import { formatLatency, formatSpan } from '../format/times';

/** The value in the unit of its limit: 12.0/s, limit 10. */
export function measureOf({ shape, unit, limit }: AlertPayload, { value }: FindingPayload): string {
  const against = (format: (number: number) => string): string =>
    value === null
      ? `none before, limit ${format(limit)}`
      : `${format(value)}, limit ${format(limit)}`;
  switch (shape) {
    case 'share':
      return against(formatShare);
    case 'growth':
      return against((number) => `${formatNumber(number)} ×`);
    case 'burn':
      return against((number) => `${formatNumber(number)} × budget`);
    case 'quantile':
      return `p95 ${against(formatLatency)}`;
    case 'mean':
      return `mean ${against(formatLatency)}`;
    case 'highest':
      return against(unit === 's' ? formatSpan : formatNumber);
    case 'down':
      return 'down';
    case 'rate':
      return against((number) => `${formatNumber(number)}${unit.replace(/^\{.*\}/, '')}`);
    default:
      // Of nothing at all, one is too many.
      return limit === 0 && value !== null ? plural(value, 'time') : against(formatCount);
  }
}
