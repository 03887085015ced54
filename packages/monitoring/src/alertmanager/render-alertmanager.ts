import type { RenderedFile } from '../files/rendered-file';
import { resolveOptions, type RenderOptions, type ResolvedOptions } from '../options';
import { toYaml } from '../yaml/to-yaml';
import { inhibitRules, type InhibitRule } from './inhibit-rules';
import { NOTIFICATION_TEMPLATE } from './notification-template';
import { GLOBAL_CONFIG, RECEIVER_CONFIGS } from './receivers';
import { ROUTE, type Route } from './route';

/** A configuration of Alertmanager. */
export interface AlertmanagerConfig {
  readonly global: Readonly<Record<string, unknown>>;
  readonly templates: readonly string[];
  readonly route: Route;
  readonly inhibit_rules: readonly InhibitRule[];
  readonly receivers: readonly { readonly name: string }[];
}

const TEMPLATE_FILE = 'authmeter.tmpl';

/**
 * Who is told of Authmeter's alerts, and which alerts silence others.
 * @throws RenderOptionError naming the option, what was given and what is allowed
 */
export function renderAlertmanagerConfig(options?: RenderOptions): AlertmanagerConfig {
  return alertmanagerConfig(resolveOptions(options));
}

function alertmanagerConfig({ scope }: ResolvedOptions): AlertmanagerConfig {
  return {
    global: GLOBAL_CONFIG,
    templates: [TEMPLATE_FILE],
    route: ROUTE,
    inhibit_rules: inhibitRules(scope),
    receivers: RECEIVER_CONFIGS,
  };
}

/** The files of Alertmanager. */
export function renderAlertmanagerFiles(options: ResolvedOptions): readonly RenderedFile[] {
  const text = toYaml(alertmanagerConfig(options), {
    '': 'Addresses at example.com and channels are yours to replace. Every secret is read from a file in /etc/alertmanager/secrets.',
    inhibit_rules:
      'A service that is down silences its symptoms; the severer of a pair silences the milder.',
    'route.routes.0': 'Those who answer for security are told besides.',
    'receivers.3':
      'Your own alerts. Merge this file into yours: the routes, the rules and the receivers above.',
  });
  return [
    { path: 'alertmanager/alertmanager.yml', text },
    { path: `alertmanager/${TEMPLATE_FILE}`, text: NOTIFICATION_TEMPLATE },
  ];
}
