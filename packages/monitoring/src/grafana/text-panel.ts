import { PanelBuilder, TextMode } from '@grafana/grafana-foundation-sdk/text';
import { draftPanel } from './describe-panel';
import type { PanelDraft, PanelSpec } from './panel';

export interface TextPanelSpec extends PanelSpec {
  readonly markdown: string;
  /** Grid rows. */
  readonly height: number;
}

/** A few words on the dashboard itself. */
export function textPanel({ markdown, height, ...spec }: TextPanelSpec): PanelDraft {
  const builder = new PanelBuilder().mode(TextMode.Markdown).content(markdown);
  return draftPanel(builder, height, spec);
}
