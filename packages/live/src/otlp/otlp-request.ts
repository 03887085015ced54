/** A number as OTLP has it: 64-bit ones are text in JSON. */
export type OtlpNumber = number | string;

/** An attribute; of its value only what can be one here. */
export interface OtlpAttribute {
  readonly key?: string;
  readonly value?: {
    readonly stringValue?: string;
    readonly boolValue?: boolean;
    readonly intValue?: OtlpNumber;
    readonly doubleValue?: OtlpNumber;
  };
}

interface OtlpPoint {
  readonly attributes?: readonly OtlpAttribute[];
  readonly startTimeUnixNano?: OtlpNumber;
  readonly timeUnixNano?: OtlpNumber;
  readonly flags?: number;
}

export interface OtlpNumberPoint extends OtlpPoint {
  readonly asDouble?: OtlpNumber;
  readonly asInt?: OtlpNumber;
}

export interface OtlpHistogramPoint extends OtlpPoint {
  readonly sum?: OtlpNumber;
  readonly bucketCounts?: readonly OtlpNumber[];
  readonly explicitBounds?: readonly OtlpNumber[];
}

export interface OtlpExponentialPoint extends OtlpPoint {
  readonly sum?: OtlpNumber;
  readonly scale?: number;
  readonly zeroCount?: OtlpNumber;
  readonly positive?: { readonly offset?: number; readonly bucketCounts?: readonly OtlpNumber[] };
}

/** 1 for what came since the last export, 2 for totals; JSON may have the name. */
export type OtlpTemporality = number | string;

export interface OtlpMetric {
  readonly name?: string;
  readonly gauge?: { readonly dataPoints?: readonly OtlpNumberPoint[] };
  readonly sum?: {
    readonly dataPoints?: readonly OtlpNumberPoint[];
    readonly aggregationTemporality?: OtlpTemporality;
  };
  readonly histogram?: {
    readonly dataPoints?: readonly OtlpHistogramPoint[];
    readonly aggregationTemporality?: OtlpTemporality;
  };
  readonly exponentialHistogram?: {
    readonly dataPoints?: readonly OtlpExponentialPoint[];
    readonly aggregationTemporality?: OtlpTemporality;
  };
}

export interface OtlpResourceMetrics {
  readonly resource?: { readonly attributes?: readonly OtlpAttribute[] };
  readonly scopeMetrics?: readonly {
    readonly scope?: { readonly name?: string; readonly version?: string };
    readonly metrics?: readonly OtlpMetric[];
  }[];
}

/** An export of metrics, as far as it is read. Everything may be absent: the other side may be anybody. */
export interface OtlpRequest {
  readonly resourceMetrics?: readonly OtlpResourceMetrics[];
}
