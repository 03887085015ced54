/** Seconds between scrapes and between evaluations: a rate over five minutes has twenty samples. */
export const INTERVAL = '15s';

/** Name of the rule file, beside the configuration. */
export const RULES_FILE = 'authmeter-rules.yml';

/** What both ways of getting metrics need. */
export const SHARED_CONFIG = {
  global: { scrape_interval: INTERVAL, evaluation_interval: INTERVAL },
  rule_files: [RULES_FILE],
  alerting: {
    alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }],
  },
} as const;
