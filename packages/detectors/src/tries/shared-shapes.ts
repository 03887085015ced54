import type { KeyedEntries } from '../memory/keyed-entries';
import type { Detector, Sighting } from '../sighting';
import { SourceShapes } from './source-shapes';

/** The shapes of sources, in one table for each window: detectors with the same window look at the same. */
export class SharedShapes implements Detector {
  private readonly shapes = new Map<string, SourceShapes>();

  constructor(private readonly sources: KeyedEntries) {}

  /** @param parts Parts of the window. */
  in(windowSeconds: number, parts: number): SourceShapes {
    const name = `${String(windowSeconds)}/${String(parts)}`;
    const known = this.shapes.get(name);
    if (known !== undefined) return known;
    const made = new SourceShapes(this.sources, windowSeconds, parts);
    this.shapes.set(name, made);
    return made;
  }

  observe(sighting: Sighting): void {
    for (const shapes of this.shapes.values()) shapes.observe(sighting);
  }
}
