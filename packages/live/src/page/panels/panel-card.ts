import { makeBlock, type AnyBlock } from '../blocks/any-block';
import type { BlockModel, PanelReading } from '../blocks/models';
import { TableBlock } from '../blocks/table-block';
import { Choice } from '../controls/choice';
import { Segments } from '../controls/segments';
import type { View } from '../data/view';
import { element, setShown, setText } from '../dom/element';
import type { PanelDefinition } from './panel-definition';

const FORMS = { chart: 'Chart', table: 'Table' } as const;
type Form = keyof typeof FORMS;

/** A panel on the page: heading, sentence, chart, and the table behind it. */
export class PanelCard {
  readonly element: HTMLElement;
  private readonly sentence = element('p', { class: 'sentence' });
  private readonly note = element('p', { class: 'note' });
  private readonly charts = element('div', { class: 'blocks' });
  private readonly tables = element('div', { class: 'tables' });
  private readonly forms: Segments<Form>;
  private readonly choice: Choice | undefined;
  private blocks: AnyBlock[] = [];
  private tableBlocks: TableBlock[] = [];
  private view: View | undefined;

  constructor(readonly definition: PanelDefinition) {
    const { id, title, choice, isFolded = false } = definition;
    const redraw = (): void => {
      if (this.view !== undefined) this.update(this.view);
    };
    this.forms = new Segments<Form>(`${title}, form`, FORMS, 'chart', redraw);
    this.choice = choice && new Choice(choice.label, title, redraw);
    const heading = element('h2', { id: `${id}-title` }, title);
    const tools = element(
      'div',
      { class: 'panel-tools' },
      this.choice?.element,
      this.forms.element,
    );
    const body = [this.sentence, this.charts, this.tables, this.note];
    const attributes = { class: 'card panel', id, tabindex: -1, 'aria-labelledby': `${id}-title` };
    if (isFolded) {
      const fold = element(
        'details',
        {},
        element('summary', {}, heading),
        element('div', { class: 'panel-head' }, tools),
        ...body,
      );
      fold.addEventListener('toggle', redraw);
      this.element = element('section', attributes, fold);
    } else {
      this.element = element(
        'section',
        attributes,
        element('div', { class: 'panel-head' }, heading, tools),
        ...body,
      );
    }
  }

  /** Shows what the page was told. */
  update(view: View): void {
    this.view = view;
    const isSeen = this.isSeen(view);
    setShown(this.element, isSeen);
    const fold = this.element.querySelector('details');
    if (!isSeen || fold?.open === false) return;
    this.choice?.offer(this.definition.choice?.values(view) ?? []);
    this.show(this.definition.read(view, this.choice?.value ?? ''));
  }

  /** Shows all panels as tables, or as charts again. */
  setForm(form: Form): void {
    this.forms.choose(form);
  }

  /** Opens it where it is folded. */
  open(): void {
    const fold = this.element.querySelector('details');
    if (fold !== null) fold.open = true;
  }

  /** Draws charts anew, in the colours that are in force now. */
  redraw(): void {
    for (const block of this.blocks) block.redraw();
  }

  private isSeen(view: View): boolean {
    const { metrics, isWorthZero = false } = this.definition;
    const { recorded = [], reported = [] } = view.frame.health ?? {};
    const seen = isWorthZero ? reported : recorded;
    return metrics.length === 0 || metrics.some(({ name }) => seen.includes(name));
  }

  private show({ sentence, note = '', blocks, tables }: PanelReading): void {
    setText(this.sentence, sentence);
    setText(this.note, note);
    setShown(this.note, note !== '');
    const isTable = this.forms.value === 'table';
    setShown(this.charts, !isTable);
    setShown(this.tables, isTable);
    if (isTable) this.showTables(tables);
    else this.showBlocks(blocks, sentence);
  }

  private showBlocks(models: readonly BlockModel[], sentence: string): void {
    const kinds = models.map(({ kind }) => kind).join();
    if (this.blocks.map(({ kind }) => kind).join() !== kinds) {
      this.blocks = models.map(makeBlock);
      this.charts.replaceChildren(...this.blocks.map((block) => block.element));
    }
    models.forEach((model, index) => this.blocks[index]?.update(model, sentence));
  }

  private showTables(models: PanelReading['tables']): void {
    if (this.tableBlocks.length !== models.length) {
      this.tableBlocks = models.map((model) => new TableBlock(model));
      this.tables.replaceChildren(...this.tableBlocks.map((block) => block.element));
    }
    models.forEach((model, index) => this.tableBlocks[index]?.update(model));
  }
}
