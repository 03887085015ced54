import type { ContractScenario } from './contract-scenario';
import { FAILURE_SCENARIOS } from './failure-scenarios';
import { GUARD_SCENARIOS } from './guard-scenarios';
import { INSTRUMENTATION_SCENARIOS } from './instrumentation-scenarios';
import { LAYER_SCENARIOS } from './layer-scenarios';
import { LOGIN_SCENARIOS } from './login-scenarios';
import { OPERATION_SCENARIOS } from './operation-scenarios';
import { TOKEN_SCENARIOS } from './token-scenarios';
import { TRANSPORT_SCENARIOS } from './transport-scenarios';
import { ZERO_CODE_SCENARIOS } from './zero-code-scenarios';

/** Every behaviour that all adapters share; a new one is a new row. */
export const CONTRACT_SCENARIOS: readonly ContractScenario[] = [
  ...TOKEN_SCENARIOS,
  ...GUARD_SCENARIOS,
  ...LAYER_SCENARIOS,
  ...FAILURE_SCENARIOS,
  ...LOGIN_SCENARIOS,
  ...OPERATION_SCENARIOS,
  ...TRANSPORT_SCENARIOS,
  ...INSTRUMENTATION_SCENARIOS,
  ...ZERO_CODE_SCENARIOS,
];
