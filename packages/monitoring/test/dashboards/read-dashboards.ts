import {
  renderDashboards,
  type DashboardName,
  type RenderedDashboard,
  type RenderOptions,
} from '../../src';

/** What tests look at of a panel. */
export interface ReadPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly thresholds?: { readonly steps: readonly ReadStep[] };
      readonly links?: readonly object[];
    };
    readonly overrides: readonly {
      readonly matcher: { readonly options: string };
      readonly properties: readonly { readonly id: string; readonly value: unknown }[];
    }[];
  };
  readonly panels?: readonly ReadPanel[];
}

export interface ReadStep {
  readonly value: number | null;
  readonly color: string;
}

/** What tests look at of a dashboard. */
export interface ReadDashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly schemaVersion: number;
  readonly panels: readonly ReadPanel[];
  readonly links: readonly object[];
  readonly templating: { readonly list: readonly Readonly<Record<string, unknown>>[] };
  readonly annotations: { readonly list: readonly Readonly<Record<string, unknown>>[] };
}

const rendered = new Map<string, readonly RenderedDashboard[]>();

/** A dashboard as it is rendered; with the same options once for all. */
export function dashboard(name: DashboardName, options: RenderOptions = {}): ReadDashboard {
  const key = JSON.stringify(options);
  const all = rendered.get(key) ?? renderDashboards(options);
  rendered.set(key, all);
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no dashboard ${name}`);
  return found.dashboard as ReadDashboard;
}

/** Its panels with contents, those of closed rows too. */
export function panelsOf({ panels }: ReadDashboard): readonly ReadPanel[] {
  return panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
}

/** The panel of that title. */
export function panel(name: DashboardName, title: string, options?: RenderOptions): ReadPanel {
  const found = panelsOf(dashboard(name, options)).find((candidate) => candidate.title === title);
  if (found === undefined) throw new Error(`no panel ${title} on ${name}`);
  return found;
}

/** The limits of a panel, lowest first. */
export function limitsOf({ fieldConfig }: ReadPanel): readonly number[] {
  const steps = fieldConfig?.defaults.thresholds?.steps ?? [];
  return steps.flatMap(({ value }) => (value === null ? [] : [value]));
}
