import { JUSTIFICATIONS } from '../dependencies/justifications.mjs';
import { listInstalled } from '../dependencies/list-dependencies.mjs';
import { code, renderTable } from './markdown.mjs';

const INTRODUCTION = `# Dependencies

What comes with each published package at run time, and why. Generated from the manifests by \`pnpm run docs\`; the check
\`dependencies\` fails where a dependency has no reason, where anything that is installed with it runs a script at installation,
and where the release is not ready for provenance.

- **OpenTelemetry and frameworks are peers**: the host brings them, in its own version. No package brings an SDK or an exporter.
- **No script runs at installation**, neither of ours nor of what comes with us.
- **Releases are signed with provenance**: npm shows the commit and the workflow that built each.
- **Sizes** of all packages, as npm sends them and on the disk: [benchmarks](benchmarks.md#loaded-and-installed).`;

const AUDIT = `## Known vulnerabilities

\`npx -y pnpm@12 audit --prod\` asks the registry. The workflow on GitHub runs it for every change and once a week, and no release
is published before it has passed. Mirrors of the registry may not know that question: where this was written, one answered 405
to \`pnpm audit\`, to \`npm audit\` and to the bulk endpoint. There the audit says nothing, and what is installed in all, above, is
short enough to look up by hand.`;

/**
 * The page of run-time dependencies.
 * @param {import('../workspace/read-workspace.mjs').Workspace} workspace
 * @returns {string} Markdown
 */
export function renderDependencies({ packages }) {
  const published = packages.filter(({ isPublic }) => isPublic);
  const users = new Map();
  for (const { manifest } of published) {
    for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
      users.set(name, [...(users.get(name) ?? []), { user: manifest.name, range }]);
    }
  }
  const reasons = [...users].sort().map(([name, using]) => {
    const { why, decision } = JUSTIFICATIONS[name] ?? { why: '**no reason given**', decision: '' };
    const number = Number(decision.slice(0, 4));
    return [
      code(name),
      using.map((/** @type {{ user: string }} */ { user }) => code(user)).join(', '),
      why,
      `[${number}](decisions/${decision})`,
    ];
  });
  const rows = published.map((one) => {
    const { manifest } = one;
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    const isOptional = (/** @type {string} */ name) =>
      peerDependenciesMeta[name]?.optional === true;
    const peers = Object.keys(peerDependencies);
    return [
      code(manifest.name),
      listOf(Object.keys(dependencies)),
      listOf(listInstalled(one).map(({ name, license }) => `${name} (${license})`)),
      listOf(peers.filter((name) => !isOptional(name))),
      listOf(peers.filter(isOptional)),
    ];
  });
  return [
    INTRODUCTION,
    '## Why',
    renderTable(['Dependency', 'Of', 'Why', 'Decided in'], reasons),
    '## What is installed',
    renderTable(
      ['Package', 'Dependencies', 'Installed in all, besides ours', 'Peers', 'Peers, optional'],
      rows,
    ),
    AUDIT,
  ].join('\n\n');
}

/** @param {readonly string[]} names */
function listOf(names) {
  return names.length === 0 ? 'none' : names.map(code).join(', ');
}
