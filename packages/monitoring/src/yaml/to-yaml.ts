import { Document, isNode } from 'yaml';

const UNLIMITED = 0;
const ORIGIN = 'Rendered by @authmeter/monitoring; render again rather than edit.';

/** What is said above parts of a document, by their path: `scrape_configs.0`. */
export type YamlComments = Readonly<Record<string, string>>;

/**
 * A value as YAML: long lines stay whole, texts of several lines become blocks.
 * @param comments `''` is for the document as a whole, below the line that says where it comes from
 * @throws {Error} for a comment on a part that does not exist
 */
export function toYaml(value: unknown, comments: YamlComments = {}): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const { '': introduction, ...others } = comments;
  for (const [path, comment] of Object.entries(others)) commentOn(document, path, comment);
  document.commentBefore = asComment(
    introduction === undefined ? ORIGIN : `${ORIGIN}\n${introduction}`,
  );
  return document.toString({ lineWidth: UNLIMITED });
}

/** A comment belongs in front of the key, where there is one. */
function commentOn(document: Document, path: string, comment: string): void {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const key = keys.pop();
  const parent = keys.length === 0 ? document.contents : document.getIn(keys, true);
  const pair = pairsOf(parent).find((candidate) => candidate.key === key);
  if (pair === undefined) throw new Error(`there is no ${path} to comment on`);
  pair.node.commentBefore = asComment(comment);
}

interface Commented {
  readonly key: unknown;
  readonly node: { commentBefore?: string | null };
}

function pairsOf(parent: unknown): readonly Commented[] {
  if (!isNode(parent) || !('items' in parent)) return [];
  return parent.items.flatMap((item: unknown, index): readonly Commented[] => {
    if (isNode(item)) return [{ key: index, node: item }];
    const { key } = item as { readonly key: unknown };
    return isNode(key) && 'value' in key ? [{ key: key.value, node: key }] : [];
  });
}

function asComment(text: string): string {
  return text.replaceAll(/^/gm, ' ');
}
