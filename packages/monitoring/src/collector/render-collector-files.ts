import type { RenderedFile } from '../files/rendered-file';
import { toYaml } from '../yaml/to-yaml';
import { AGENT_COMMENTS, AGENT_CONFIG } from './agent-config';
import { GATEWAY_COMMENTS, GATEWAY_CONFIG } from './gateway-config';

/** Two configurations of the OpenTelemetry Collector. */
export function renderCollectorFiles(): readonly RenderedFile[] {
  return [
    { path: 'collector/agent.yaml', text: toYaml(AGENT_CONFIG, AGENT_COMMENTS) },
    { path: 'collector/gateway.yaml', text: toYaml(GATEWAY_CONFIG, GATEWAY_COMMENTS) },
  ];
}
