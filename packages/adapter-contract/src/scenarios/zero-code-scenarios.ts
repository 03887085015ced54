import type { ContractScenario } from './contract-scenario';
import { GUARD_SCENARIOS } from './guard-scenarios';
import { LOGIN_SCENARIOS } from './login-scenarios';
import { TOKEN_SCENARIOS } from './token-scenarios';

/** Rows about what nobody but the guard itself sees, or about its own verdict: a patched library tells more. */
const TELLS_MORE =
  /that only the guard itself looked at|that answers 401 to a token and tells nobody why|refused: revoked$/;

/** Zero-code and adapter together: the same requests count the same, and everything once. */
export const ZERO_CODE_SCENARIOS: readonly ContractScenario[] = [
  ...TOKEN_SCENARIOS,
  ...GUARD_SCENARIOS,
  ...LOGIN_SCENARIOS,
]
  .filter((scenario) => !TELLS_MORE.test(scenario.it))
  .map((scenario) => ({
    ...scenario,
    it: `${scenario.it}, beside zero-code instrumentation`,
    besideZeroCode: scenario.it,
  }));
