import type uPlot from 'uplot';
import type { PlotMark } from '../blocks/models';
import type { Palette } from '../style/palette';

const SIZE = 5;

/** Draws what happened at an instant: a triangle for a detection, a diamond for a rotation, a line for a restart. */
export function drawMarks(plot: uPlot, marks: readonly PlotMark[], palette: Palette): void {
  const { ctx, bbox } = plot;
  const size = SIZE * devicePixelRatio;
  ctx.save();
  for (const { at, kind } of marks) {
    const x = plot.valToPos(at, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const top = bbox.top - size;
    ctx.beginPath();
    switch (kind) {
      case 'security':
        ctx.fillStyle = palette.critical;
        ctx.moveTo(x - size, top);
        ctx.lineTo(x + size, top);
        ctx.lineTo(x, top + size * 1.6);
        ctx.fill();
        break;
      case 'rotation':
        ctx.fillStyle = palette.text;
        ctx.moveTo(x, top - size);
        ctx.lineTo(x + size, top);
        ctx.lineTo(x, top + size);
        ctx.lineTo(x - size, top);
        ctx.fill();
        break;
      case 'restart':
        ctx.strokeStyle = palette.line;
        ctx.lineWidth = devicePixelRatio;
        ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
        break;
    }
  }
  ctx.restore();
}
