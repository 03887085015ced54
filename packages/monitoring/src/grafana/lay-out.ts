import type { GridPos } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelDraft } from './panel';

/** Columns of a dashboard. */
const COLUMNS = 24;

/** Positions from left to right; a panel that does not fit into the line begins the next. */
export function layOut(
  panels: readonly Pick<PanelDraft, 'width' | 'height'>[],
  top: number,
): { readonly positions: readonly GridPos[]; readonly height: number } {
  let x = 0;
  let y = top;
  let lineHeight = 0;
  const positions = panels.map(({ width, height }) => {
    if (x + width > COLUMNS) {
      x = 0;
      y += lineHeight;
      lineHeight = 0;
    }
    const position = { x, y, w: width, h: height };
    x += width;
    lineHeight = Math.max(lineHeight, height);
    return position;
  });
  return { positions, height: y + lineHeight - top };
}
