/**
 * Why a published package has a dependency at run time.
 * @typedef {object} Justification
 * @property {string} why a sentence for whoever reviews what is installed
 * @property {string} decision the record that decided it, below docs/decisions
 */

const RULE = '0009-run-time-dependencies.md';

/** @type {Record<string, Justification>} by the name of the dependency */
export const JUSTIFICATIONS = {
  '@authmeter/core': {
    why: 'Conventions, classifier and recorder are in one place, in the version that was released together.',
    decision: RULE,
  },
  'ipaddr.js': {
    why: 'Masking an address takes a correct parser of IPv6, and home-made ones fail on its many spellings.',
    decision: RULE,
  },
  protobufjs: {
    why: 'The receiver of the live page reads OTLP as most SDKs and the Collector send it; loaded with the first such body.',
    decision: '0023-the-live-page.md',
  },
  yaml: {
    why: "YAML's rules of quoting are not worth a second implementation; runs on an operator's machine only.",
    decision: RULE,
  },
  '@grafana/grafana-foundation-sdk': {
    why: "Dashboards follow Grafana's own model; runs on an operator's machine only.",
    decision: '0019-the-sdk-of-dashboards-at-run-time.md',
  },
};
