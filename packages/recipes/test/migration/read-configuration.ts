import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '../../migration/prometheus');

/** The absolute path of a file that the page quotes. */
export function configurationPath(file: string): string {
  return join(FOLDER, file);
}

/** One step of a relabelling. */
export interface RelabelStep {
  readonly source_labels?: readonly string[];
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
}

/** The relabelling of the only scrape configuration of a file. */
export function readRelabelling(file: string): readonly RelabelStep[] {
  const { scrape_configs: scrapes } = parse(readFileSync(configurationPath(file), 'utf8')) as {
    scrape_configs: readonly { metric_relabel_configs: readonly RelabelStep[] }[];
  };
  return scrapes.flatMap(({ metric_relabel_configs: steps }) => steps);
}
