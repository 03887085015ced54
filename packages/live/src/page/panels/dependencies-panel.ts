import {
  CREDENTIAL_AGE,
  DEPENDENCY_CHECK_DURATION,
  DEPENDENCY_UP,
  KEY_LOOKUPS,
} from '@authmeter/core/conventions';
import { quantileOf } from '../../shared/quantile';
import type { SeriesPayload } from '../../shared/payload';
import type { BarRow, BlockModel, FactsModel, StripsModel } from '../blocks/models';
import { bucketsOf, sizeOf } from '../data/buckets';
import { slotsBetween, type View } from '../data/view';
import { formatCount, formatNumber, NO_NUMBER } from '../format/numbers';
import { formatLatency, formatSpan } from '../format/times';
import { readable } from '../format/words';
import type { PanelDefinition } from './panel-definition';

const DAY_SECONDS = 86_400;
/** When a credential is due, as the alert has it. */
const ROTATION_SECONDS = 90 * DAY_SECONDS;
const AGE_BAR_END = 1.25;

type Strip = StripsModel['rows'][number];

/** What authentication stands on: dependencies, keys, and the service's own credentials. */
export const DEPENDENCIES_PANEL: PanelDefinition = {
  id: 'dependencies',
  title: 'Dependencies, keys and credentials',
  metrics: [DEPENDENCY_UP, KEY_LOOKUPS, CREDENTIAL_AGE],
  read: (view) => {
    const strips = view.series(DEPENDENCY_UP).map((series) => stripOf(view, series));
    const lookups = lookupsOf(view);
    const ages = agesOf(view);
    const down = strips.filter(({ isDown }) => isDown).length;
    const blocks: BlockModel[] = [];
    if (strips.length > 0) {
      blocks.push({ kind: 'strips', begin: view.begin, end: view.now, rows: strips });
    }
    if (lookups.rows.length > 0) blocks.push(lookups);
    if (ages.length > 0) {
      blocks.push({
        kind: 'bars',
        title: 'Age of credentials, line at 90 d',
        rows: ages,
        empty: '',
      });
    }
    return {
      sentence:
        strips.length === 0
          ? 'No dependency is checked.'
          : `${formatCount(strips.length - down)} of ${formatCount(strips.length)} up.`,
      blocks,
      tables: [
        {
          caption: 'Dependencies',
          columns: ['Dependency', 'State and 95 % of checks'],
          rows: strips.map(({ label, text }) => [label, text]),
        },
        {
          caption: 'Look-ups of keys in this window',
          columns: ['Result', 'Count'],
          rows: lookups.rows.map(({ label, value }) => [label, value]),
        },
        {
          caption: 'Age of credentials',
          columns: ['Credential', 'Age'],
          rows: ages.map(({ label, text }) => [label, text]),
        },
      ],
    };
  },
};

function stripOf(view: View, series: SeriesPayload): Strip {
  const dependency = series.attributes['dependency'] ?? '';
  const { track } = view;
  const column = track.column(series.cell);
  const segments: { begin: number; end: number; state: 'up' | 'down' | 'unknown' }[] = [];
  for (const at of slotsBetween(track, view.begin, view.now)) {
    const { end = 0, seconds = 0 } = track.times[at] ?? {};
    const value = column[at] ?? NaN;
    const state = Number.isNaN(value) ? 'unknown' : value === 0 ? 'down' : 'up';
    const last = segments.at(-1);
    if (last?.state === state) last.end = end;
    else segments.push({ begin: Math.max(view.begin, end - seconds * 1000), end, state });
  }
  const isDown = view.gaugeOf([series]) === 0;
  const checks = view.series(DEPENDENCY_CHECK_DURATION, { dependency: [dependency] });
  const buckets = bucketsOf(track, checks, slotsBetween(track, view.begin, view.now));
  const p95 = sizeOf(buckets) === 0 ? undefined : quantileOf(buckets, 0.95);
  const latency = p95 === undefined ? NO_NUMBER : formatLatency(p95.value);
  const text = `${isDown ? 'down' : 'up'} · ${latency}`;
  return { key: dependency, label: readable(dependency), text, isDown, segments };
}

function lookupsOf(view: View): FactsModel {
  return {
    kind: 'facts',
    title: 'Key look-ups',
    rows: view.valuesOf(KEY_LOOKUPS, 'result').map((result) => {
      const count = view.countOf(view.series(KEY_LOOKUPS, { result: [result] }));
      const isAlarming = count > 0 && (result === 'error' || result === 'not_found');
      return {
        label: readable(result),
        value: formatNumber(count),
        ...(isAlarming ? { isAlarming: true as const } : {}),
      };
    }),
  };
}

function agesOf(view: View): readonly BarRow[] {
  return view.series(CREDENTIAL_AGE).flatMap((series): BarRow[] => {
    const age = view.gaugeOf([series]);
    if (age === undefined) return [];
    const { credential_type: type = '', state = '' } = series.attributes;
    return [
      {
        key: `${type} ${state}`,
        label: `${readable(type)}, ${readable(state)}`,
        share: age / (ROTATION_SECONDS * AGE_BAR_END),
        text: formatSpan(age),
        ink: age > ROTATION_SECONDS ? 'failure' : 'success',
        ticks: [1 / AGE_BAR_END],
      },
    ];
  });
}
