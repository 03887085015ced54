import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { CORE_LAYERS, CORE_LEAVES, PACKAGE_ARROWS } from './arrows.mjs';

/** @param {string} partOrPath path below src */
const partOf = (partOrPath) => (partOrPath.split('/')[0] ?? '').replace(/\.[cm]?tsx?$/, '');

/** @param {string} part */
const layerOf = (part) => CORE_LAYERS.findIndex((parts) => parts.includes(part));

/** @param {string} specifier */
const packageNameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Why a file of core may not import another, if so.
 * @param {string} file path below core/src
 * @param {string} target path below core/src, without extension
 * @returns {string | undefined}
 */
function judgeCoreImport(file, target) {
  const [from, to] = [partOf(file), partOf(target)];
  if (from === to) return undefined;
  for (const part of [from, to]) {
    if (layerOf(part) < 0) return `core/src/${part} is in no row of CORE_LAYERS`;
  }
  if (layerOf(to) < layerOf(from)) return undefined;
  const direction = layerOf(to) === layerOf(from) ? 'sideways' : 'upwards';
  return `imports ${direction}: ${from} may not import ${to}`;
}

/**
 * Why a package may not import a specifier that is not relative, if so.
 * @param {string} specifier
 * @param {Exclude<(typeof PACKAGE_ARROWS)[string], 'anything'>} arrows
 * @param {Record<string, any>} manifest
 * @returns {string | undefined}
 */
function judgePackageImport(specifier, { ours, outside }, manifest) {
  if (isBuiltin(specifier)) return undefined;
  const name = packageNameOf(specifier);
  if (name.startsWith('@authmeter/')) {
    const isAllowed = ours.some(
      (entry) => specifier === entry || specifier.startsWith(`${entry}/`),
    );
    return isAllowed ? undefined : `imports ${specifier}, which PACKAGE_ARROWS does not allow`;
  }
  if (outside !== undefined) {
    return outside.includes(name)
      ? undefined
      : `imports ${name}, which PACKAGE_ARROWS does not allow`;
  }
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  return name in declared
    ? undefined
    : `imports ${name}, which is neither a dependency nor a peer of ${manifest.name}`;
}

/**
 * Why one import of a source file breaks an arrow, if so.
 * @param {{ folder: string, manifest: Record<string, any> }} workspacePackage
 * @param {string} file path below src
 * @param {string} specifier
 * @returns {string | undefined}
 */
export function judgeImport({ folder, manifest }, file, specifier) {
  const arrows = PACKAGE_ARROWS[folder];
  if (arrows === undefined) return `packages/${folder} is in no row of PACKAGE_ARROWS`;
  if (arrows === 'anything') return undefined;
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file), specifier);
    if (target.startsWith('..')) return `imports ${specifier}, which lies outside its own src`;
    return folder === 'core' ? judgeCoreImport(file, target) : undefined;
  }
  if (folder === 'core' && CORE_LEAVES.includes(partOf(file))) {
    return `imports ${specifier}: ${partOf(file)} is a leaf and imports nothing from outside`;
  }
  return judgePackageImport(specifier, arrows, manifest);
}
