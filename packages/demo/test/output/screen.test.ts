import { createScreen } from '../../src/output/screen';
import { writeToMemory } from '../write-to-memory';

describe('the screen', () => {
  it('draws over the last block on a terminal', () => {
    const sink = writeToMemory(true);
    const screen = createScreen(sink);

    screen.show(['one', 'two']);
    screen.show(['three']);

    expect(sink.text).toBe('one\ntwo\n\u001b[2A\u001b[Jthree\n');
  });

  it('appends where there is no terminal', () => {
    const sink = writeToMemory(false);
    const screen = createScreen(sink);

    screen.show(['one', 'two']);
    screen.show(['three']);

    expect(sink.text).toBe('one\ntwo\nthree\n');
  });
});
