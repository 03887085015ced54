import type { MetricDefinition } from '@authmeter/core/conventions';
import type { Projection } from './projection';
import { foldedAttributes, keyOf, type SeriesAttributes } from './series-key';

/** One series, and the cells that hold it: one; or, of a histogram, one for each bucket and one for the sum. */
export interface Series {
  /** Its place in the table, from 0 on. */
  readonly id: number;
  readonly projection: Projection;
  readonly attributes: SeriesAttributes;
  readonly firstCell: number;
  /** Upper bounds of a histogram; the first point fixes them. */
  readonly boundaries: readonly number[] | undefined;
  /** The slot that was open when it was made. */
  readonly bornInSlot: number;
}

/** Share of the cells that only series with folded values may still take. */
const RESERVED_SHARE = 0.1;

/** Says which cells a point belongs to. Cells are given out once and never taken back. */
export class SeriesTable {
  private readonly byMetric = new Map<string, Map<string, Series>>();
  private readonly list: Series[] = [];
  private cellsTaken = 0;
  /** Points whose declared values were folded into `_OTHER`, because there was no room. */
  folded = 0;
  /** Points for which there was no room at all. */
  lost = 0;

  constructor(
    readonly cells: number,
    private readonly hooks: {
      /** The number of the slot that is open. */
      readonly openSlot: () => number;
      readonly onNew: (series: Series) => void;
    },
  ) {}

  get all(): readonly Series[] {
    return this.list;
  }

  /** Cells in use. */
  get used(): number {
    return this.cellsTaken;
  }

  /** The series of a metric. */
  of({ name }: Pick<MetricDefinition, 'name'>): Iterable<Series> {
    return this.byMetric.get(name)?.values() ?? [];
  }

  /** The series of a point, made if there is room; undefined when there is none. */
  find(
    projection: Projection,
    attributes: SeriesAttributes,
    boundaries?: readonly number[],
  ): Series | undefined {
    const { name } = projection.definition;
    const known = this.byMetric.get(name)?.get(keyOf(attributes));
    if (known !== undefined) return known;
    const cells = boundaries === undefined ? 1 : boundaries.length + 2;
    const unreserved = this.cells * (1 - RESERVED_SHARE);
    if (this.cellsTaken + cells <= unreserved) return this.add(projection, attributes, boundaries);
    const folded = foldedAttributes(projection, attributes);
    if (folded !== undefined) {
      this.folded += 1;
      return this.find(projection, folded, boundaries);
    }
    if (this.cellsTaken + cells <= this.cells) return this.add(projection, attributes, boundaries);
    this.lost += 1;
    return undefined;
  }

  private add(
    projection: Projection,
    attributes: SeriesAttributes,
    boundaries: readonly number[] | undefined,
  ): Series {
    const { name } = projection.definition;
    const series: Series = {
      id: this.list.length,
      projection,
      attributes,
      firstCell: this.cellsTaken,
      boundaries,
      bornInSlot: this.hooks.openSlot(),
    };
    this.cellsTaken += boundaries === undefined ? 1 : boundaries.length + 2;
    const ofMetric = this.byMetric.get(name) ?? new Map<string, Series>();
    this.byMetric.set(name, ofMetric.set(keyOf(attributes), series));
    this.list.push(series);
    this.hooks.onNew(series);
    return series;
  }
}
