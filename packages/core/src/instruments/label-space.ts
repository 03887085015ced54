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
import { LabelAxis, NO_CELL } from './label-axis';

/** Stands for an attribute that a metric does not have: whatever its value, the cell is the same. */
const NO_AXIS = new LabelAxis('', 1, [OTHER_VALUE]);

/**
 * All attribute sets that a closed metric can have, numbered. A cell is found by looking up each free value,
 * so recording builds no object; the attribute set of a cell is built when it is first exported, once, and frozen.
 */
export class LabelSpace {
  readonly size: number;
  private readonly axes: readonly LabelAxis[];
  private readonly first: LabelAxis;
  private readonly second: LabelAxis;
  private readonly third: LabelAxis;
  private readonly sets: (Attributes | undefined)[];

  constructor(
    private readonly definition: MetricDefinition,
    private readonly declared: Readonly<Partial<Record<AllowList, readonly string[]>>> = {},
  ) {
    const axes = buildAxes(definition, declared);
    [this.first = NO_AXIS, this.second = NO_AXIS, this.third = NO_AXIS] = axes;
    this.axes = axes;
    this.size = axes.reduce((product, axis) => product * axis.values.length, 1);
    this.sets = new Array<Attributes | undefined>(this.size).fill(undefined);
  }

  /** The attribute set of a cell, the same frozen object each time; undefined where there is no such cell. */
  attributesOf(cell: number): Attributes | undefined {
    return this.sets[cell] ?? this.build(cell);
  }

  /** The attribute sets that are exported at zero before anything happened. */
  zeroSets(): readonly Attributes[] {
    if (this.definition.startsAtZero === undefined) return [];
    const sets: Attributes[] = [];
    for (let cell = 0; cell < this.size; cell += 1) {
      const set = this.sets[cell] ?? attributesOfCell(this.definition, this.axes, cell);
      if (startsAtZero(this.definition, set, this.declared)) sets.push(this.keep(cell, set));
    }
    return sets;
  }

  private build(cell: number): Attributes | undefined {
    return cell >= 0 && cell < this.size
      ? this.keep(cell, attributesOfCell(this.definition, this.axes, cell))
      : undefined;
  }

  /** The SDK keeps what it is given by reference. */
  private keep(cell: number, set: Attributes): Attributes {
    this.sets[cell] = Object.freeze(set);
    return set;
  }

  /**
   * The cell of the values of the free attributes, in the definition's order; `undefined` where one is absent.
   * `NO_CELL` when a value is neither listed nor foldable. Never throws.
   */
  cellOf(first?: string, second?: string, third?: string): number {
    const one = this.first.offsetOf(first);
    const two = this.second.offsetOf(second);
    const three = this.third.offsetOf(third);
    return one < 0 || two < 0 || three < 0 ? NO_CELL : one + two + three;
  }

  /**
   * The cell of a failure, where the first free attribute is the error type: by its place in AUTH_ERROR_TYPES,
   * `undefined` for a success. `NO_CELL` as for `cellOf`. Never throws.
   */
  cellOfError(errorIndex: number | undefined, second: string | undefined): number {
    const { absent, listedFrom, stride } = this.first;
    const one = errorIndex === undefined ? absent : listedFrom + errorIndex * stride;
    const two = this.second.offsetOf(second);
    return one < 0 || two < 0 ? NO_CELL : one + two;
  }
}

function buildAxes(
  definition: MetricDefinition,
  declared: Readonly<Partial<Record<AllowList, readonly string[]>>>,
): LabelAxis[] {
  let stride = 1;
  return freeAttributes(definition).map((attribute) => {
    const listed = attributeValues(attribute, declared);
    const values = isAbsentOnSuccess(definition, attribute.key) ? [undefined, ...listed] : listed;
    const axis = new LabelAxis(attribute.key, stride, values);
    stride *= values.length;
    return axis;
  });
}

function attributesOfCell(
  definition: MetricDefinition,
  axes: readonly LabelAxis[],
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
