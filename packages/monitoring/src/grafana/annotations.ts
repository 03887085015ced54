import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  AnnotationQueryBuilder,
  type AnnotationQuery,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE } from './queries';

/** What is marked on every time axis of a dashboard. */
export interface Annotation {
  readonly name: string;
  /** PromQL; marks where it has a value other than 0. */
  readonly expr: string;
  /** With labels as `{{label}}`. */
  readonly title: string;
  readonly text: string;
  readonly colour: string;
}

/** The marks as Grafana knows them, switched on, with a switch in the head of the dashboard. */
export function annotation({
  name,
  expr,
  title,
  text,
  colour,
}: Annotation): Builder<AnnotationQuery> {
  const builder = new AnnotationQueryBuilder()
    .name(name)
    .datasource(DATASOURCE)
    .enable(true)
    .iconColor(colour)
    .expr(expr)
    .titleFormat(title)
    .textFormat(text);
  return {
    build: () => {
      const query = builder.build();
      // As for links: else the switch hides in a menu.
      delete query.placement;
      return query;
    },
  };
}
