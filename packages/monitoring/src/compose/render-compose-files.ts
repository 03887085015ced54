import type { RenderedFile } from '../files/rendered-file';
import { toYaml } from '../yaml/to-yaml';
import { COMPOSE_COMMENTS, COMPOSE_CONFIG } from './compose-config';

/** All servers on one machine. */
export function renderComposeFiles(): readonly RenderedFile[] {
  return [{ path: 'compose/compose.yaml', text: toYaml(COMPOSE_CONFIG, COMPOSE_COMMENTS) }];
}
