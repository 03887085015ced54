import { CONTENDERS, type Contender, type CreateListener } from '../http/contender';
import { createExpressListener } from '../http/express-listener';
import { createKoaListener } from '../http/koa-listener';
import { measureToggled, type ToggledTimes } from '../http/measure-toggled';
import { createNestListener } from '../http/nest-listener';
import { estimateMedian, median, type Estimate } from '../measure/statistics';
import type { Part } from './part';

/** Cycles for each round of the effort: a cycle is 500 requests for each contender. */
const CYCLES_PER_ROUND = 12;

const NAMES: Readonly<Record<Contender, string>> = {
  none: 'nothing measured (the whole request)',
  again: 'nothing measured, again',
  raw: 'OpenTelemetry by hand',
  prom: 'prom-client by hand',
  whole: 'OpenTelemetry by hand, all that Authmeter counts',
  ours: 'Authmeter',
};

/** What a contender adds to a request, in microseconds of CPU: differences within each cycle. */
function addedBy(times: ToggledTimes, contender: Contender): Estimate {
  const base = times.get('none') ?? [];
  const own = times.get(contender) ?? [];
  return estimateMedian(own.map((time, cycle) => time - (base[cycle] ?? Number.NaN)));
}

function httpPart(name: string, title: string, createListener: CreateListener): Part {
  return {
    name,
    title,
    measure: async ({ rounds }) => {
      const times = await measureToggled(createListener, rounds * CYCLES_PER_ROUND);
      const added = new Map(CONTENDERS.map((contender) => [contender, addedBy(times, contender)]));
      const valueOf = (contender: Contender) => added.get(contender)?.value ?? Number.NaN;
      const rows = CONTENDERS.map((contender) => {
        const estimate = added.get(contender);
        const figure =
          contender === 'none' || estimate === undefined
            ? `${median(times.get('none') ?? []).toFixed(0)} µs`
            : `+${estimate.value.toFixed(2)} µs [${estimate.low.toFixed(1)}, ${estimate.high.toFixed(1)}]`;
        return { what: NAMES[contender], figure };
      });
      return {
        rows,
        ratios: {
          [`${name}/raw`]: valueOf('ours') / valueOf('raw'),
          [`${name}/prom`]: valueOf('ours') / valueOf('prom'),
          [`${name}/whole`]: valueOf('ours') / valueOf('whole'),
        },
        spread: Math.abs(valueOf('again')) / valueOf('raw'),
      };
    },
  };
}

export const EXPRESS = httpPart('express', 'A request through Express 5', createExpressListener);
export const KOA = httpPart('koa', 'A request through Koa 3', createKoaListener);
export const NEST = httpPart('nest', 'A request through Nest 12 on Express', createNestListener);
