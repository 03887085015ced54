import { collectAsOnlooker } from '@authmeter/core';
import type { LiveSettings } from './live-options';
import { LiveReader } from './live-reader';
import { LiveSession } from './live-session';
import type { PageSource } from './http/page-source';
import { processFacts, serviceNameOf } from './feed/process-facts';
import { readSdkMetrics } from './ingest/read-sdk-metrics';
import { Pulse } from './pulse';
import { SlotClock } from './store/slot-clock';
import { warn } from './warn';

/** A callback of the host's that hangs must not stop the page. */
const COLLECT_TIMEOUT_MILLISECONDS = 5000;
const MILLISECONDS_PER_SECOND = 1000;
const SCOPE = '@authmeter/core';

/** The metrics of this process, read from its SDK about once a second. */
export class ReaderSource implements PageSource {
  readonly reader: LiveReader;
  private readonly session: LiveSession;
  private readonly pulse: Pulse;
  private readonly slots: SlotClock;
  private readonly startedAt: number;
  private isRegistered = false;
  private sawExchange = false;
  private service: string | undefined;
  private scopeVersion: string | undefined;
  private collections = 0;
  private failedCollections = 0;
  private lastFailed = false;
  private collectMilliseconds = 0;

  /** @param collectsByItself Whether it collects in its own rhythm; otherwise only when told to. */
  constructor(
    private readonly settings: LiveSettings,
    collectsByItself = true,
  ) {
    const { clock } = settings;
    this.startedAt = Math.round(
      clock.epochMilliseconds() - process.uptime() * MILLISECONDS_PER_SECOND,
    );
    this.slots = new SlotClock(clock);
    this.session = new LiveSession(
      {
        process: () => processFacts(this.startedAt, this.service),
        health: () => this.health(),
        setup: () => this.setup(),
      },
      settings.session,
      clock.epochMilliseconds(),
    );
    this.pulse = new Pulse({
      monotonicMilliseconds: () => clock.monotonicMilliseconds(),
      onStep: (step) => this.collect(step.isLate),
    });
    this.reader = new LiveReader({
      onRegistered: () => {
        this.isRegistered = true;
        this.slots.lap();
        if (collectsByItself) this.pulse.start();
      },
      onShutdown: () => {
        this.pulse.stop();
      },
    });
  }

  async feed(): ReturnType<PageSource['feed']> {
    await this.pulse.watch();
    return { feed: this.session.feed, now: this.session.now };
  }

  /** A request for the page went through an adapter of ours before. */
  noteExchange(): void {
    this.sawExchange = true;
  }

  /** Collects once and ends a slot. Never rejects. */
  async collect(isLate = false): Promise<void> {
    const { clock } = this.settings;
    const begun = clock.monotonicMilliseconds();
    this.collections += 1;
    try {
      const { resourceMetrics, errors } = await collectAsOnlooker(() =>
        this.reader.collect({ timeoutMillis: COLLECT_TIMEOUT_MILLISECONDS }),
      );
      this.lastFailed = errors.length > 0;
      this.service = serviceNameOf(resourceMetrics.resource.attributes);
      this.scopeVersion ??= resourceMetrics.scopeMetrics.find(({ scope }) => scope.name === SCOPE)
        ?.scope.version;
      readSdkMetrics(resourceMetrics, (point) => {
        this.session.take(point);
      });
    } catch {
      this.lastFailed = true;
    }
    if (this.lastFailed) this.failedCollections += 1;
    if (this.failedCollections === 1 && this.lastFailed) {
      warn('authmeter: the live page could not collect; some of its numbers are missing');
    }
    this.session.close({ ...this.slots.lap(), isLate });
    this.collectMilliseconds = clock.monotonicMilliseconds() - begun;
  }

  private health() {
    const { collections, failedCollections, collectMilliseconds, scopeVersion } = this;
    return {
      stepSeconds: this.pulse.stepSeconds,
      collections,
      failedCollections,
      collectMilliseconds,
      ...(scopeVersion === undefined ? {} : { scopeVersion }),
    };
  }

  private setup() {
    return {
      isReaderRegistered: this.isRegistered,
      ...(this.collections === 0 ? {} : { collects: !this.lastFailed }),
      // Where the page stands in front of the adapter, nobody can tell.
      ...(this.sawExchange ? { isAdapterMounted: true } : {}),
    };
  }
}
