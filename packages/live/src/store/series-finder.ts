import type { MetricPoint } from '../ingest/metric-point';
import type { Projection } from './projection';
import { keptAttributes } from './series-key';
import type { Series, SeriesTable } from './series-table';

/** Finds the series of points. The SDK hands over the same object for a series every time, so that is remembered. */
export class SeriesFinder {
  private readonly remembered = new Map<string, WeakMap<object, Series>>();

  constructor(private readonly table: SeriesTable) {}

  /** The series of a point, made if there is room; undefined when there is none. */
  find(
    projection: Projection,
    attributes: MetricPoint['attributes'],
    boundaries?: readonly number[],
  ): Series | undefined {
    const { name } = projection.definition;
    const ofMetric = this.remembered.get(name) ?? new WeakMap<object, Series>();
    this.remembered.set(name, ofMetric);
    const known = ofMetric.get(attributes);
    if (known !== undefined) return known;
    const { folded } = this.table;
    const series = this.table.find(projection, keptAttributes(projection, attributes), boundaries);
    // What was folded is looked for again, so that every such point is counted.
    if (series !== undefined && this.table.folded === folded) ofMetric.set(attributes, series);
    return series;
  }
}
