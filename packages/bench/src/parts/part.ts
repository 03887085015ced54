import type { Effort } from '../measure/interleave';

/** What a part found: figures for people, and the ratios that goals are set for. */
export interface PartResult {
  readonly rows: readonly PartRow[];
  /** By the name that a goal uses. */
  readonly ratios: Readonly<Record<string, number>>;
  /** What the part's own repetition of one variant strays from 1; 0 where nothing is timed. */
  readonly spread: number;
}

/** One line of a part's table. */
export interface PartRow {
  readonly what: string;
  /** With its unit. */
  readonly figure: string;
  /** Beside what it stands, and how much of it. */
  readonly beside?: string;
}

/** One thing that is measured by itself. */
export interface Part {
  readonly name: string;
  /** What is compared, in a sentence. */
  readonly title: string;
  measure(effort: Effort): Promise<PartResult>;
}
