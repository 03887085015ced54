import { ALERT_CATALOGUE, type AlertName } from '@authmeter/core/conventions';

/** What the page answers, as far as it is read here. */
interface PageData {
  readonly findings?: readonly { readonly alert: AlertName; readonly state: string }[];
}

/** The alerts that the page has shown firing. */
export interface AlertWatch {
  readonly fired: ReadonlySet<AlertName>;
  /** Looks at the page once. */
  look(): Promise<void>;
}

/** Compare with an hour before, which a scene with a page has not. */
export const ALERTS_WITH_A_PAST: readonly AlertName[] = ALERT_CATALOGUE.filter(({ conditions }) =>
  conditions.some(({ shape }) => shape === 'growth'),
).map(({ name }) => name);

/** Watches the page, as a person does who looks at its findings. */
export function watchAlerts(
  pageUrl: string,
  onFiring: (alert: AlertName) => void = () => undefined,
): AlertWatch {
  const fired = new Set<AlertName>();
  return {
    fired,
    look: async () => {
      const answer = await fetch(`${pageUrl}data`);
      // Too many look at the same time: there is a next time.
      if (!answer.ok) return;
      const { findings = [] } = (await answer.json()) as PageData;
      for (const { alert, state } of findings) {
        if (state !== 'firing' || fired.has(alert)) continue;
        fired.add(alert);
        onFiring(alert);
      }
    },
  };
}
