import { cpSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PACKAGE = resolve(__dirname, '../..');
const INSTALLED = join(PACKAGE, 'node_modules');
/** Outside of the workspace, where Node would find what an application has not installed. */
const APPS = join(tmpdir(), `authmeter-apps-${String(process.pid)}`);

/** Which packages an application has installed: by the name it loads them by, the alias under which they are here. */
export type Dependencies = Readonly<Record<string, string>>;

/** What every application has besides. */
export const OPENTELEMETRY = [
  '@opentelemetry/api',
  '@opentelemetry/exporter-prometheus',
  '@opentelemetry/instrumentation',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-metrics',
];
const PUBLISHED = ['core', 'express', 'instrumentation', 'live'];

export interface AppOptions {
  readonly dependencies: Dependencies;
  /** The package whose OpenTelemetry is used. Default: the newest. */
  readonly opentelemetryOf?: string;
  /** What of OpenTelemetry and of ours is left out. Default: nothing. */
  readonly without?: readonly string[];
}

/**
 * Installs the applications of `apps` in a folder of their own, as npm would: our packages as they are packed, and
 * everything else in the version that is asked for, by its real name.
 *
 * @returns the folder, which `removeApps` removes
 */
export function installApp(name: string, options: AppOptions): string {
  const { dependencies, opentelemetryOf, without = [] } = options;
  const folder = join(APPS, name);
  const modules = join(folder, 'node_modules');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  cpSync(join(__dirname, 'apps'), folder, { recursive: true });
  for (const ours of PUBLISHED.filter((each) => !without.includes(`@authmeter/${each}`))) {
    const source = resolve(PACKAGE, '..', ours, 'npm');
    const target = join(modules, '@authmeter', ours);
    for (const part of ['package.json', 'dist']) {
      cpSync(join(source, part), join(target, part), { recursive: true });
    }
  }
  link(modules, 'ipaddr.js', resolve(PACKAGE, '../core/node_modules/ipaddr.js'));
  for (const one of OPENTELEMETRY.filter((each) => !without.includes(each))) {
    link(modules, one, placeOf(opentelemetryOf === undefined ? one : `${opentelemetryOf}:${one}`));
  }
  for (const [real, alias] of Object.entries(dependencies)) link(modules, real, placeOf(alias));
  return folder;
}

/** Where a package is installed here: under its alias, or as a part of another one, `package:part`. */
export function placeOf(alias: string): string {
  const [owner = '', part] = alias.split(':');
  return part === undefined ? join(INSTALLED, owner) : partOf(owner, part);
}

/** Where a package finds one of its dependencies. */
function partOf(owner: string, part: string): string {
  const place = realpathSync(join(INSTALLED, owner));
  const modules = owner.startsWith('@') ? dirname(dirname(place)) : dirname(place);
  return join(modules, part);
}

function link(modules: string, name: string, target: string): void {
  const place = join(modules, name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(realpathSync(target), place);
}

/** Removes all that this process has installed. */
export function removeApps(): void {
  rmSync(APPS, { recursive: true, force: true });
}
