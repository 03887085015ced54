import { runInNewContext } from 'node:vm';
import { shortenVariables } from '../../bundling/shorten-variables.mjs';

/** The value of an expression behind some code, as it is and with short names. */
async function evaluate(code: string, expression: string): Promise<unknown[]> {
  const whole = `${code};result=${expression}`;
  return [whole, await shortenVariables(whole)].map((text) => {
    const context: { result?: unknown } = {};
    runInNewContext(text, context);
    return context.result;
  });
}

describe('variables with short names', () => {
  it('are shorter', async () => {
    expect(await shortenVariables('var attemptsOfToday=[1,2];result=attemptsOfToday')).toBe(
      'var r=[1,2];result=r;',
    );
  });

  it.each([
    ['a function', 'function countAttempts(){}', 'countAttempts.name', 'countAttempts'],
    ['a class', 'class AttemptError{}', 'AttemptError.name', 'AttemptError'],
    ['a class in a variable', 'var AttemptError=class{}', 'AttemptError.name', 'AttemptError'],
    ['a class made later', 'var Late;Late=class extends Array{}', 'Late.name', 'Late'],
    ['an arrow function', 'var isOpen=door=>door', 'isOpen.name', 'isOpen'],
    ['one of several', 'var add=(one,other=2)=>one+other', 'add.name', 'add'],
    ['one that is asynchronous', 'var wait=async()=>1', 'wait.name', 'wait'],
    [
      'a property',
      'var attempt={outcome:"failure"}',
      'JSON.stringify(attempt)',
      '{"outcome":"failure"}',
    ],
  ])('leave %s its name', async (_, code, expression, expected) => {
    expect(await evaluate(code, expression)).toEqual([expected, expected]);
  });
});
