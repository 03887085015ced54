const INDENT = '  ';
const LABEL_WIDTH = 10;
const MOST_CHARACTERS = 100;

/** A text behind its label, broken between words where it is too long for a line. */
export function labelledLines(label: string, text: string): readonly string[] {
  const room = MOST_CHARACTERS - INDENT.length - LABEL_WIDTH;
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(
    (line, index) => `${INDENT}${(index === 0 ? label : '').padEnd(LABEL_WIDTH)}${line}`,
  );
}
