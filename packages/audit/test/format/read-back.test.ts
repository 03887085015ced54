import { createFormat, type AuditFormat } from '../../src/format/format';
import { readDirectly, readWithJq } from './read-with-jq';
import { SAMPLE_RECORDS } from './sample-records';

const linesOf = (name: AuditFormat): string => {
  const format = createFormat(name, { serviceName: 'shop' });
  return SAMPLE_RECORDS.map(([, record]) => format(record)).join('');
};

describe('the filter that lets the runbooks read other lines', () => {
  it.each(['ecs', 'ocsf'] as const)('loses nothing of what %s tells', async (name) => {
    expect(await readWithJq(name, linesOf(name))).toEqual(readDirectly(linesOf('otel')));
  });
});
