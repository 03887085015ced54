import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardLinkBuilder,
  type DashboardLink,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelLink } from './panel';

/** A link that opens beside the dashboard. */
export function buildLink({ title, url }: PanelLink): Builder<DashboardLink> {
  return withoutPlacement(new DashboardLinkBuilder(title).url(url).targetBlank(true));
}

/** The SDK puts every link into the menu of the controls, where nobody looks. */
export function withoutPlacement(builder: Builder<DashboardLink>): Builder<DashboardLink> {
  return {
    build: () => {
      const link = builder.build();
      delete link.placement;
      return link;
    },
  };
}
