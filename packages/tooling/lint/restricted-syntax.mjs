/** Syntax that the house does without: selectors and what to write instead. */
export const SYNTAX_RULES = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name.',
  },
  {
    selector: 'ExportSpecifier[exported.name="default"]',
    message: 'Export by name.',
  },
  {
    selector: 'ExportAllDeclaration',
    message: 'List the exports by name.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a constant list and the union of its members.',
  },
];
