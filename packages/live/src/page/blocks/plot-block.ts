import uPlot from 'uplot';
import { plotOptions } from '../chart/plot-options';
import { stacked } from '../chart/stack';
import { element, setAttribute, setShown, setText } from '../dom/element';
import { currentPalette, onSystemColours } from '../style/theme';
import type { PlotModel } from './models';
import { PlotCursor } from './plot-cursor';
import { PlotLegend } from './plot-legend';

const LEAST_WIDTH = 160;
/** How far outside of the window a chart is still drawn, so that scrolling never meets an old one. */
const NEAR = '300px';
/** Where uPlot's cursor is when it is nowhere. */
const NOWHERE = { left: -10, top: -10 };

/** A chart over time: a canvas, a legend that reads out values, and a cursor that keys move. */
export class PlotBlock {
  readonly element: HTMLElement;
  private readonly title = element('h3', { class: 'block-title' });
  private readonly legend = new PlotLegend();
  private readonly stage = element('div', { class: 'plot', role: 'img' });
  private readonly cursor: PlotCursor;
  private plot: uPlot | undefined;
  private size = { width: 0, height: 0 };
  private isNear = true;
  private drawnFor = '';

  constructor(private model: PlotModel) {
    this.cursor = new PlotCursor(model, (instant) => {
      this.moveCursor(instant);
    });
    const frame = element('div', { class: 'plot-frame' }, this.stage, this.cursor.element);
    const parts = [this.title, this.legend.element, frame];
    this.element = element('div', { class: 'block plot-block' }, ...parts);
    // Asking the element each time would lay out the page once for every chart.
    new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      this.size = { width: Math.floor(width), height: Math.floor(height) };
      this.draw();
    }).observe(this.stage);
    new IntersectionObserver(
      (entries) => {
        this.isNear = entries.at(-1)?.isIntersecting ?? true;
        this.draw();
      },
      { rootMargin: NEAR },
    ).observe(this.stage);
    onSystemColours(() => {
      this.redraw();
    });
  }

  update(model: PlotModel, sentence: string): void {
    this.model = model;
    const summary = model.series.map(({ label, text }) => `${label} ${text}`).join(', ');
    setText(this.title, model.title ?? '');
    setShown(this.title, model.title !== undefined);
    const name = model.title === undefined ? sentence : `${model.title}: ${summary}`;
    setAttribute(this.stage, 'aria-label', name);
    this.cursor.update(model, summary);
    this.draw();
  }

  /** Draws anew, in the colours that are in force now. */
  redraw(): void {
    this.drawnFor = '';
    this.draw();
  }

  private draw(): void {
    const { width } = this.size;
    // Hidden behind its table, or far from what is seen: drawing is most of what the page costs.
    if (width < LEAST_WIDTH || !this.isNear) return;
    const shape = `${this.model.series.map(({ ink }) => ink).join()} ${String(devicePixelRatio)}`;
    if (this.plot === undefined || this.drawnFor !== shape) this.plot = this.createPlot();
    else {
      if (this.plot.width !== width || this.plot.height !== this.size.height) {
        this.plot.setSize(this.size);
      }
      this.plot.setData(this.data());
    }
    this.drawnFor = shape;
    if (this.cursor.instant === undefined) this.readOut(this.plot);
    else this.moveCursor(this.cursor.instant);
  }

  private createPlot(): uPlot {
    this.plot?.destroy();
    const options = plotOptions(
      this.size,
      () => this.model,
      currentPalette(),
      (plot) => {
        this.readOut(plot);
      },
    );
    return new uPlot(options, this.data(), this.stage);
  }

  private data(): uPlot.AlignedData {
    const { at, series, isStacked } = this.model;
    const values = series.map((one) => one.values);
    return [at, ...(isStacked ? stacked(values) : values)] as uPlot.AlignedData;
  }

  private readOut({ cursor }: uPlot): void {
    const place = (cursor.left ?? -1) < 0 ? undefined : (cursor.idx ?? undefined);
    this.legend.update(this.model, place);
  }

  private moveCursor(instant: number | undefined): void {
    if (this.plot === undefined) return;
    if (instant === undefined) this.plot.setCursor(NOWHERE);
    else this.plot.setCursor({ left: Math.max(0, this.plot.valToPos(instant, 'x')), top: 1 });
  }
}
