import { Document } from 'yaml';

const UNLIMITED = 0;

/**
 * A value as YAML: long lines stay whole, texts of several lines become blocks.
 * @param comment what is said at its top, without the hash
 */
export function toYaml(value: unknown, comment: string): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = comment.replaceAll(/^/gm, ' ');
  return document.toString({ lineWidth: UNLIMITED });
}
