import type uPlot from 'uplot';
import type { PlotModel } from '../blocks/models';
import { CUES, type Palette } from '../style/palette';
import { cueFill } from './cue-fill';
import { drawMarks } from './draw-marks';

const FONT = '11px Inter, system-ui, sans-serif';
const HEADROOM = 1.1;
const MINUTE_MILLISECONDS = 60_000;

const DASHES: Readonly<Record<string, number[]>> = { dashed: [7, 4], dotted: [2, 3] };

/** What uPlot needs to draw a model; the model is asked for again whenever it draws. */
export function plotOptions(
  size: { readonly width: number; readonly height: number },
  model: () => PlotModel,
  palette: Palette,
  onCursor: (plot: uPlot) => void,
): uPlot.Options {
  const axis = { stroke: palette.muted, font: FONT };
  const grid = { stroke: palette.grid, width: 1 };
  return {
    ...size,
    padding: [10, 14, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 7 },
      sync: { key: 'authmeter-live' },
    },
    scales: {
      x: { time: false, range: () => [model().begin, model().end] },
      y: {
        range: (_plot, _low, high) => [0, Math.max(high * HEADROOM, model().atLeast ?? 0) || 1],
      },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        ticks: { ...grid, size: 4 },
        size: 24,
        gap: 3,
        splits: () => splitsOf(model()),
        values: (_plot, splits) => splits.map((at) => labelOf(at, model())),
      },
      {
        ...axis,
        grid,
        ticks: { show: false },
        size: 46,
        gap: 4,
        space: 34,
        values: (_plot, splits) => splits.map((value) => model().formatAxis(value)),
      },
    ],
    series: [{}, ...model().series.map((_, index) => seriesOptions(model, index, palette))],
    hooks: {
      draw: [(plot) => drawMarks(plot, model().marks, palette)],
      setCursor: [onCursor],
    },
  };
}

function seriesOptions(model: () => PlotModel, index: number, palette: Palette): uPlot.Series {
  const ink = model().series[index]?.ink ?? 'success';
  const colour = palette.inks[ink];
  const common = { stroke: colour, points: { show: false }, spanGaps: false };
  if (model().isStacked) {
    return {
      ...common,
      width: 0,
      fill: (plot) => cueFill(plot.ctx, CUES[ink], colour, palette.card),
    };
  }
  const dash = DASHES[CUES[ink]];
  return { ...common, width: 2, ...(dash === undefined ? {} : { dash }) };
}

function splitsOf({ begin, end }: PlotModel): number[] {
  const minutes = Math.round((end - begin) / MINUTE_MILLISECONDS);
  const step = minutes / (minutes % 5 === 0 && minutes <= 5 ? 5 : 4);
  const splits: number[] = [];
  for (let ago = minutes; ago >= 0; ago -= step) splits.push(end - ago * MINUTE_MILLISECONDS);
  return splits;
}

function labelOf(at: number, { end }: PlotModel): string {
  const minutes = Math.round((end - at) / MINUTE_MILLISECONDS);
  return minutes === 0 ? 'now' : `−${String(minutes)} min`;
}
