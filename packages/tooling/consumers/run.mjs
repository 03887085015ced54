// Publishes the packages to a registry on loopback, installs them into fresh projects and runs those, and follows the pages
// for newcomers step by step. Prints a line for each program and page and, last, how many passed and failed. Arguments
// choose: names of version sets, pages.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readWorkspace } from '../workspace/read-workspace.mjs';
import { listRuns, locateNode, TYPESCRIPT_TOOLS } from './list-runs.mjs';
import { publishPackages } from './publish-packages.mjs';
import { startRegistry } from './start-registry.mjs';
import { listVersionSets } from './version-sets.mjs';
import { WALKS } from './walks/list-walks.mjs';
import { readWalk } from './walks/read-walk.mjs';
import { runWalk } from './walks/run-walk.mjs';

const run = promisify(execFile);
const PROGRAMS = join(import.meta.dirname, 'programs');

/**
 * @param {string} folder
 * @param {Record<string, string>} dependencies
 * @param {string} npmrc
 */
async function install(folder, dependencies, npmrc) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...flags, '--userconfig', npmrc], { cwd: folder });
}

/**
 * @param {import('./version-sets.mjs').VersionSet} set
 * @param {string} folder
 * @param {string} npmrc
 * @returns {Promise<boolean[]>} whether each program ran well
 */
async function runSet({ name, node, packages, dependencies }, folder, npmrc) {
  const withTypeScript = node === undefined;
  await install(folder, { ...dependencies, ...(withTypeScript ? TYPESCRIPT_TOOLS : {}) }, npmrc);
  if (node !== undefined) {
    const nodePackage = `node-${process.platform}-${process.arch}`;
    await install(join(folder, 'node'), { [nodePackage]: node }, npmrc);
  }
  const executable = node === undefined ? process.execPath : locateNode(join(folder, 'node'));
  if (executable === undefined) throw new Error(`there is no Node ${node} for this platform`);
  cpSync(PROGRAMS, folder, { recursive: true });
  const installed = packages.map(({ manifest }) => manifest.name);
  const env = { ...process.env, INSTALLED: JSON.stringify(installed) };
  const results = [];
  for (const { name: program, files, commands } of listRuns(withTypeScript)) {
    try {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(join(folder, dirname(file)), { recursive: true });
        writeFileSync(join(folder, file), text);
        cpSync(join(PROGRAMS, 'use.ts'), join(folder, dirname(file), 'use.ts'));
      }
      for (const command of commands) await run(executable, [...command], { cwd: folder, env });
      console.log(`passed: ${name}, ${program}`);
      results.push(true);
    } catch (error) {
      const { message, stdout } = /** @type {Error & { stdout?: string }} */ (error);
      console.log(`FAILED: ${name}, ${program}\n${message}\n${stdout ?? ''}`);
      results.push(false);
    }
  }
  return results;
}

/**
 * @param {string} page from the root of the workspace
 * @param {readonly string[] | undefined} sections
 * @param {string} folder
 * @param {string} npmrc
 * @returns {Promise<boolean>} whether everything is as the page says
 */
async function follow(page, sections, folder, npmrc) {
  mkdirSync(folder, { recursive: true });
  const steps = readWalk(readFileSync(join(root, page), 'utf8'), sections);
  const problems = await runWalk(steps, folder, { ...process.env, NPM_CONFIG_USERCONFIG: npmrc });
  const isAsSaid = steps.length > 0 && problems.length === 0;
  console.log([`${isAsSaid ? 'passed' : 'FAILED'}: ${page}`, ...problems].join('\n'));
  return isAsSaid;
}

const asked = process.argv.slice(2);
const isAsked = (/** @type {string} */ name) => asked.length === 0 || asked.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'authmeter-consumers-'));
const { root, packages: all } = readWorkspace();
const packages = all.filter(({ isPublic }) => isPublic);
const registry = await startRegistry(join(folder, 'registry'));
const results = [];
try {
  await publishPackages(packages, registry, join(folder, 'tarballs'));
  for (const set of listVersionSets(packages).filter(({ name }) => isAsked(name))) {
    results.push(...(await runSet(set, join(folder, set.name), registry.npmrc)));
  }
  for (const { page, sections } of WALKS.filter(({ page }) => isAsked(page))) {
    const place = join(folder, page.replaceAll('/', '-'));
    results.push(await follow(page, sections, place, registry.npmrc));
  }
} finally {
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
}
const failed = results.filter((passed) => !passed).length;
console.log(`${results.length - failed} consumers passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
