/** Programs have few texts; only somebody who invents them gets beyond this, and then it starts afresh. */
const MOST_REMEMBERED = 1024;

/**
 * Remembers what texts mean, in bounded memory, under real copies of them: a cut string would keep alive the whole one
 * that a caller sent.
 *
 * @param interpret Pure; answers undefined for a text that means nothing.
 * @param longest Longer texts are interpreted each time, in UTF-16 code units.
 * @param keepsSilence Whether texts that mean nothing are remembered too. They have a memory of their own, so that
 *   inventing them drives out no answer.
 */
export function rememberAnswers<Answer>(
  interpret: (text: string) => Answer | undefined,
  longest: number,
  keepsSilence: boolean,
): (text: string) => Answer | undefined {
  const answers = new Map<string, Answer>();
  const silent = new Set<string>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || (keepsSilence && silent.has(text))) return known;
    const answer = interpret(text);
    const isKept = text.length <= longest && (answer !== undefined || keepsSilence);
    if (!isKept) return answer;
    const memory = answer === undefined ? silent : answers;
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    const copy = Buffer.from(text).toString();
    if (answer === undefined) silent.add(copy);
    else answers.set(copy, answer);
    return answer;
  };
}
