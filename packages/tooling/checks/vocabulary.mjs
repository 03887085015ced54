import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStringLiterals } from '../source/read-string-literals.mjs';
import { listSources } from '../workspace/list-files.mjs';
import { loadConventions } from '../workspace/load-conventions.mjs';

const HOME = 'packages/core/src/conventions/';
/** The classifier reads foreign errors, where the same words are somebody else's. */
const MAY_NAME_ATTRIBUTES = 'packages/core/src/classify/';
const PROMETHEUS_WORD = /[A-Za-z_:][A-Za-z0-9_:]*/g;
const HISTOGRAM_SUFFIXES = ['_bucket', '_sum', '_count'];

/**
 * The names that only the conventions may spell out. Attribute keys without a dot are everyday words and are
 * left out.
 * @param {import('../workspace/load-conventions.mjs').Conventions} conventions
 */
export function reservedNames({
  METRIC_CATALOGUE,
  prometheusName,
  AUDIT_EVENTS,
  SUBJECT_ATTRIBUTES,
}) {
  /** @type {Set<string>} */
  const metrics = new Set(METRIC_CATALOGUE.map(({ name }) => name));
  const series = new Set(
    METRIC_CATALOGUE.flatMap((definition) => {
      const name = prometheusName(definition);
      const suffixes = definition.kind === 'histogram' ? HISTOGRAM_SUFFIXES : [];
      return [name, ...suffixes.map((suffix) => name + suffix)];
    }),
  );
  /** @type {Set<string>} */
  const attributes = new Set(
    [
      ...METRIC_CATALOGUE.flatMap((definition) => definition.attributes.map(({ key }) => key)),
      ...Object.values(SUBJECT_ATTRIBUTES).map(({ key }) => key),
    ].filter((key) => key.includes('.')),
  );
  /** @type {Set<string>} */
  const events = new Set(AUDIT_EVENTS.map(({ name }) => name));
  return { metrics, series, attributes, events };
}

/**
 * What one string spells out that it should take from the conventions.
 * @param {string} value
 * @param {ReturnType<typeof reservedNames>} reserved
 * @returns {{ kind: 'metric' | 'attribute' | 'event', name: string }[]}
 */
export function findReserved(value, { metrics, series, attributes, events }) {
  if (metrics.has(value)) return [{ kind: 'metric', name: value }];
  if (events.has(value)) return [{ kind: 'event', name: value }];
  if (attributes.has(value)) return [{ kind: 'attribute', name: value }];
  // A query holds a series name in the middle of a string.
  const words = value.match(PROMETHEUS_WORD) ?? [];
  return words.filter((word) => series.has(word)).map((name) => ({ kind: 'metric', name }));
}

/**
 * Metric names, event names and attribute keys written as strings in published sources instead of taken from the conventions.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {import('../run-checks.mjs').Problem[]}
 */
export function checkVocabulary({ root, packages }) {
  const reserved = reservedNames(loadConventions(root));
  return packages
    .filter(({ isPublic }) => isPublic)
    .flatMap((workspacePackage) => listSources(workspacePackage, root))
    .filter((path) => !path.startsWith(HOME))
    .flatMap((path) =>
      readStringLiterals(readFileSync(join(root, path), 'utf8')).flatMap(({ value, line }) =>
        findReserved(value, reserved)
          .filter(({ kind }) => kind !== 'attribute' || !path.startsWith(MAY_NAME_ATTRIBUTES))
          .map(({ kind, name }) => ({
            where: `${path}:${line}`,
            what: `spells out the ${kind} ${name}: take it from core/conventions`,
          })),
      ),
    );
}
