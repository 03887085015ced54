import { element } from '../dom/element';

/** What is good to know, and a switch for the shortcuts. */
export class Footer {
  readonly element: HTMLElement;

  constructor(hasKeys: boolean, onChange: (hasKeys: boolean) => void) {
    const box = element('input', { type: 'checkbox', checked: hasKeys });
    box.addEventListener('change', () => {
      onChange(box.checked);
    });
    this.element = element(
      'footer',
      { class: 'foot' },
      element(
        'p',
        {},
        'One process, the last hour, in memory. Nothing here leaves this page. Sources are masked and accounts are hashed.',
      ),
      element(
        'label',
        { class: 'keys' },
        box,
        'Shortcuts: T tables, P pause, arrow keys on a chart',
      ),
    );
  }
}
