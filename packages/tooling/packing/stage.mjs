/** Where in its folder a package lies as npm gets it; `publishConfig.directory` of its manifest says the same. */
export const STAGE = 'npm';
