import type { AdapterContractOptions } from '@authmeter/adapter-contract';

/** What Nest makes meaningless. */
export const INAPPLICABLE: AdapterContractOptions = {
  inapplicable: {
    'counts a guard that hands on twice once': 'a guard of Nest returns, it hands nothing on',
  },
};
