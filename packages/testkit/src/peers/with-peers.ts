import { findPeer, INSTALL_COMMAND, type PeerName } from './find-peer';

/**
 * A `describe` for tests that need real servers. Where one is missing the tests are skipped, and the title says
 * which; with `AUTHMETER_REQUIRE_PEERS=1` one failing test says so instead.
 */
export function describeWithPeers(
  names: readonly PeerName[],
  title: string,
  define: () => void,
): void {
  const missing = names.filter((name) => findPeer(name) === null);
  if (missing.length === 0) {
    describe(title, define);
    return;
  }
  const complaint = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not installed`;
  if (process.env['AUTHMETER_REQUIRE_PEERS'] !== '1') {
    describe.skip(`${title} (skipped: ${complaint})`, define);
    return;
  }
  describe(title, () => {
    test(`has ${names.join(', ')} to run against`, () => {
      throw new Error(`${complaint}; run: ${INSTALL_COMMAND}`);
    });
  });
}
