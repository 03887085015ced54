import { BarsBlock } from './bars-block';
import { EventsBlock } from './events-block';
import { FactsBlock } from './facts-block';
import type { BlockModel } from './models';
import { PlotBlock } from './plot-block';
import { StripsBlock } from './strips-block';

/** One part of a panel, of whatever kind. */
export interface AnyBlock {
  readonly kind: BlockModel['kind'];
  readonly element: HTMLElement;
  /** Shows a model of its kind; a model of another kind is left alone. */
  update(model: BlockModel, sentence: string): void;
  /** Draws anew, in the colours that are in force now. */
  redraw(): void;
}

/** Makes the part that shows a model. */
export function makeBlock(model: BlockModel): AnyBlock {
  switch (model.kind) {
    case 'plot': {
      const block = new PlotBlock(model);
      return wrap('plot', block, () => {
        block.redraw();
      });
    }
    case 'bars':
      return wrap('bars', new BarsBlock());
    case 'strips':
      return wrap('strips', new StripsBlock());
    case 'events':
      return wrap('events', new EventsBlock());
    case 'facts':
      return wrap('facts', new FactsBlock());
  }
}

function wrap<Kind extends BlockModel['kind']>(
  kind: Kind,
  block: {
    readonly element: HTMLElement;
    update(model: Extract<BlockModel, { kind: Kind }>, sentence: string): void;
  },
  redraw: () => void = () => undefined,
): AnyBlock {
  const isOfKind = (model: BlockModel): model is Extract<BlockModel, { kind: Kind }> =>
    model.kind === kind;
  return {
    kind,
    element: block.element,
    update: (model, sentence) => {
      if (isOfKind(model)) block.update(model, sentence);
    },
    redraw,
  };
}
