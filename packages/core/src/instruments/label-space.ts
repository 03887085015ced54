import type { Attributes } from '@opentelemetry/api';
import {
  attributeValues,
  ERROR_TYPE,
  ERROR_TYPE_DEFINITIONS,
  freeAttributes,
  isAbsentOnSuccess,
  OTHER_VALUE,
  REASON,
} from '../conventions';
import type { AllowList, AuthErrorType, MetricDefinition } from '../conventions';

/** Says that a value belongs to no cell: neither listed nor foldable. */
export const NO_CELL = -1;

/** One free attribute: where its values stand in the table. */
interface Axis {
  readonly key: string;
  readonly stride: number;
  /** Position of each value; `undefined` stands for the attribute being absent. */
  readonly positions: ReadonlyMap<string | undefined, number>;
  /** Position of the attribute being absent, or of any value that is not listed, or `NO_CELL`. */
  readonly absent: number;
  /** Position of any other value, or `NO_CELL`. */
  readonly fallback: number;
  /** Position of the first listed value. */
  readonly listedFrom: number;
  readonly values: readonly (string | undefined)[];
}

/**
 * All attribute sets that a closed metric can have, numbered. A cell is found by looking up each free value,
 * so recording builds no object; the attribute sets themselves are built once and frozen.
 */
export class LabelSpace {
  readonly size: number;
  readonly attributeSets: readonly Attributes[];
  /** Cells that are exported at zero before anything happened. */
  readonly zeroCells: readonly number[];
  private readonly first: Axis | undefined;
  private readonly second: Axis | undefined;
  private readonly third: Axis | undefined;

  constructor(
    definition: MetricDefinition,
    declared: Readonly<Partial<Record<AllowList, readonly string[]>>> = {},
  ) {
    const axes = buildAxes(definition, declared);
    [this.first, this.second, this.third] = axes;
    this.size = axes.reduce((product, axis) => product * axis.values.length, 1);
    const sets: Attributes[] = [];
    const zeroCells: number[] = [];
    for (let cell = 0; cell < this.size; cell += 1) {
      const set = attributesOfCell(definition, axes, cell);
      sets.push(Object.freeze(set));
      if (startsAtZero(definition, set, declared)) zeroCells.push(cell);
    }
    this.attributeSets = sets;
    this.zeroCells = zeroCells;
  }

  /**
   * The cell of the values of the free attributes, in the definition's order; `undefined` where one is absent.
   * `NO_CELL` when a value is neither listed nor foldable. Never throws.
   */
  cellOf(first?: string, second?: string, third?: string): number {
    let cell = 0;
    if (this.first !== undefined) {
      const position = positionOf(this.first, first);
      if (position === NO_CELL) return NO_CELL;
      cell = position * this.first.stride;
    }
    if (this.second !== undefined) {
      const position = positionOf(this.second, second);
      if (position === NO_CELL) return NO_CELL;
      cell += position * this.second.stride;
    }
    if (this.third !== undefined) {
      const position = positionOf(this.third, third);
      if (position === NO_CELL) return NO_CELL;
      cell += position * this.third.stride;
    }
    return cell;
  }

  /**
   * The cell of a failure, where the first free attribute is the error type: by its place in AUTH_ERROR_TYPES,
   * `undefined` for a success. `NO_CELL` as for `cellOf`. Never throws.
   */
  cellOfError(errorIndex: number | undefined, second: string | undefined): number {
    const { first, second: axis } = this;
    if (first === undefined || axis === undefined) return NO_CELL;
    const row = errorIndex === undefined ? first.absent : first.listedFrom + errorIndex;
    const position = positionOf(axis, second);
    return row === NO_CELL || position === NO_CELL
      ? NO_CELL
      : row * first.stride + position * axis.stride;
  }
}

/** Most values are absent ones, of successes: they need no look-up. */
function positionOf(axis: Axis, value: string | undefined): number {
  return value === undefined ? axis.absent : (axis.positions.get(value) ?? axis.fallback);
}

function buildAxes(
  definition: MetricDefinition,
  declared: Readonly<Partial<Record<AllowList, readonly string[]>>>,
): Axis[] {
  let stride = 1;
  return freeAttributes(definition).map((attribute) => {
    const listed = attributeValues(attribute, declared);
    const values = isAbsentOnSuccess(definition, attribute.key) ? [undefined, ...listed] : listed;
    const positions = new Map(values.map((value, position) => [value, position]));
    const fallback = positions.get(OTHER_VALUE) ?? NO_CELL;
    const axis = {
      key: attribute.key,
      stride,
      positions,
      absent: positions.get(undefined) ?? fallback,
      fallback,
      listedFrom: values.length - listed.length,
      values,
    };
    stride *= values.length;
    return axis;
  });
}

function attributesOfCell(
  definition: MetricDefinition,
  axes: readonly Axis[],
  cell: number,
): Attributes {
  const free = new Map<string, string | undefined>();
  for (const { key, stride, values } of axes) {
    free.set(key, values[Math.floor(cell / stride) % values.length]);
  }
  const set: Attributes = {};
  for (const { key } of definition.attributes) {
    const value = free.has(key) ? free.get(key) : derivedValue(key, free);
    if (value !== undefined) set[key] = value;
  }
  return set;
}

/** `reason` follows from `error.type`, and `outcome` from whether one of them is there. */
function derivedValue(
  key: string,
  free: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const errorType = free.get(ERROR_TYPE.key);
  if (key === REASON.key) {
    return errorType === undefined
      ? undefined
      : ERROR_TYPE_DEFINITIONS[errorType as AuthErrorType].reason;
  }
  return errorType === undefined && free.get(REASON.key) === undefined ? 'success' : 'failure';
}

function startsAtZero(
  definition: MetricDefinition,
  set: Attributes,
  declared: Readonly<Partial<Record<AllowList, readonly string[]>>>,
): boolean {
  if (definition.startsAtZero === undefined) return false;
  return definition.attributes.every((attribute) => {
    const value = set[attribute.key];
    if (value === undefined) return true;
    // The methods that the host says it uses are more than a guess at the usual ones.
    const named = attribute.extendedBy === undefined ? undefined : declared[attribute.extendedBy];
    const selected =
      named !== undefined && named.length > 0 ? named : definition.startsAtZero?.[attribute.key];
    return selected === undefined ? true : selected.includes(value as string);
  });
}
