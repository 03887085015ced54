/** Programs have few texts; only somebody who invents them gets beyond this, and then it starts afresh. */
const MOST_REMEMBERED = 1024;

/**
 * Remembers what texts mean, in bounded memory. Only answers are kept, under real copies of their texts: a cut
 * string would keep alive the whole one that a caller sent.
 *
 * @param interpret Pure; answers undefined for a text that means nothing.
 * @param longest Longer texts are interpreted each time, in UTF-16 code units.
 */
export function rememberAnswers<Answer>(
  interpret: (text: string) => Answer | undefined,
  longest: number,
): (text: string) => Answer | undefined {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = interpret(text);
    if (answer === undefined || text.length > longest) return answer;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    answers.set(Buffer.from(text).toString(), answer);
    return answer;
  };
}
