import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JUSTIFICATIONS } from '../dependencies/justifications.mjs';
import { listInstalled } from '../dependencies/list-dependencies.mjs';
import { DECISIONS } from '../docs/render-decisions.mjs';

/** @typedef {import('../run-checks.mjs').Problem} Problem */

const REASONS = 'packages/tooling/dependencies/justifications.mjs';
const RELEASE = '.github/workflows/release.yml';
/** What a release with provenance needs of its workflow. */
const NEEDED_OF_RELEASE = [/^ {2}id-token: write$/m, /_CONFIG_PROVENANCE: 'true'$/m];

/**
 * Dependencies without a reason, and reasons for what is no dependency.
 * @param {Record<string, import('../dependencies/justifications.mjs').Justification>} justifications
 * @param {readonly { path: string, manifest: Record<string, any> }[]} published
 * @returns {Problem[]}
 */
export function judgeReasons(justifications, published) {
  const used = new Set(
    published.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {})),
  );
  return [
    ...published.flatMap(({ path, manifest }) =>
      Object.keys(manifest.dependencies ?? {})
        .filter((name) => !Object.hasOwn(justifications, name))
        .map((name) => ({
          where: `${path}/package.json`,
          what: `depends on ${name}, for which ${REASONS} has no reason`,
        })),
    ),
    ...Object.keys(justifications)
      .filter((name) => !used.has(name))
      .map((name) => ({ where: REASONS, what: `has a reason for ${name}, which nothing uses` })),
  ];
}

/**
 * What comes with a package and runs a script on the machine that installs it.
 * @param {string} path of the package, from the root
 * @param {readonly import('../dependencies/list-dependencies.mjs').InstalledDependency[]} installed
 * @returns {Problem[]}
 */
export function judgeInstalled(path, installed) {
  return installed
    .filter(({ installScripts }) => installScripts.length > 0)
    .map(({ name, installScripts }) => ({
      where: `${path}/package.json`,
      what: `brings ${name}, which runs ${installScripts.join(', ')} at installation`,
    }));
}

/**
 * Run-time dependencies of published packages that nobody has justified, that run scripts at installation, and a release that
 * could not say where it was built.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {Problem[]}
 */
export function checkDependencies({ root, packages }) {
  const published = packages.filter(({ isPublic }) => isPublic);
  const release = readFileSync(join(root, RELEASE), 'utf8');
  return [
    ...judgeReasons(JUSTIFICATIONS, published),
    ...Object.entries(JUSTIFICATIONS)
      .filter(([, { decision }]) => !existsSync(join(root, DECISIONS, decision)))
      .map(([name, { decision }]) => ({
        where: REASONS,
        what: `names ${decision} for ${name}, which is missing`,
      })),
    ...published.flatMap((one) => judgeInstalled(one.path, listInstalled(one))),
    ...NEEDED_OF_RELEASE.filter((needed) => !needed.test(release)).map((needed) => ({
      where: RELEASE,
      what: `has no ${String(needed)}, which provenance needs`,
    })),
  ];
}
