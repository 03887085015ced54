import { rememberAnswers } from '../../src/classify/remember-answers';

/** Longer than what is kept. */
const LONGEST = 16;
/** More than what is kept. */
const MANY = 1500;

function remembering(keepsSilence: boolean) {
  const asked: string[] = [];
  const recall = rememberAnswers<number>(
    (text) => {
      asked.push(text);
      return text.startsWith('known') ? text.length : undefined;
    },
    LONGEST,
    keepsSilence,
  );
  return { asked, recall };
}

const invent = (recall: (text: string) => unknown, beginning: string): void => {
  for (let index = 0; index < MANY; index += 1) recall(`${beginning}${String(index)}`);
};

describe('a memory of what texts mean', () => {
  it('interprets a text once', () => {
    const { asked, recall } = remembering(false);

    expect([recall('known'), recall('known'), recall('known too')]).toEqual([5, 5, 9]);
    expect(asked).toEqual(['known', 'known too']);
  });

  it('remembers that a text means nothing if it shall', () => {
    const forgetful = remembering(false);
    const mindful = remembering(true);

    for (const { recall } of [forgetful, mindful]) {
      expect([recall('strange'), recall('strange')]).toEqual([undefined, undefined]);
    }
    expect(forgetful.asked).toEqual(['strange', 'strange']);
    expect(mindful.asked).toEqual(['strange']);
  });

  it('does not keep long texts', () => {
    const { asked, recall } = remembering(true);
    const texts = ['known '.padEnd(LONGEST + 1, 'x'), 'strange '.padEnd(LONGEST + 1, 'x')];

    for (const text of [...texts, ...texts]) recall(text);

    expect(asked).toEqual([...texts, ...texts]);
  });

  it('forgets no answer for texts without meaning that somebody invents', () => {
    const { asked, recall } = remembering(true);
    recall('known');

    invent(recall, 'strange');
    recall('known');

    expect(asked.filter((text) => text === 'known')).toHaveLength(1);
  });

  it('starts afresh when it is full', () => {
    const { asked, recall } = remembering(true);
    recall('known');
    recall('strange');

    invent(recall, 'known');
    invent(recall, 'strange');

    expect([recall('known'), recall('strange')]).toEqual([5, undefined]);
    expect(asked.filter((text) => text === 'known' || text === 'strange')).toEqual([
      'known',
      'strange',
      'known',
      'strange',
    ]);
  });
});
