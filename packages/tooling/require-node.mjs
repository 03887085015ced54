// pnpm only warns when an install fails and goes on with whatever Node is on the PATH:
// so the version is checked before anything else runs.
const REQUIRED_MAJOR = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < REQUIRED_MAJOR) {
  console.error(
    `Authmeter's scripts need Node ${REQUIRED_MAJOR} or newer and would run on ${process.versions.node}: ` +
      'the install normally brings Node 24 along on Linux (x64, arm64); elsewhere put Node 24 on the PATH.',
  );
  process.exit(1);
}
