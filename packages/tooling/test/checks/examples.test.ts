import { writeWorkspace } from '../write-workspace';

const EXAMPLE = [
  "import { start } from './start.mjs';",
  '',
  '// #region set-up',
  'start({ port: 1 });',
  '// #endregion',
  '',
].join('\n');

describe('the check of the examples', () => {
  it('finds a page that quotes a file or a region otherwise than it is', async () => {
    const { findStaleQuotes } = await import('../../checks/examples.mjs');
    const mark = '<!-- example: examples/app.mjs#set-up -->';
    const workspace = writeWorkspace({
      'examples/app.mjs': EXAMPLE,
      'docs/current.md': `${mark}\n\n\`\`\`js\nstart({ port: 1 });\n\`\`\`\n`,
      'docs/stale.md': `${mark}\n\n\`\`\`js\nstart({ port: 2 });\n\`\`\`\n`,
      'docs/moved.md': `${mark.replace('set-up', 'stop')}\n\n\`\`\`js\n\`\`\`\n`,
    });
    const check = (page: string) => findStaleQuotes(page, workspace.root);

    const problems = [
      ...check('docs/current.md'),
      ...check('docs/stale.md'),
      ...check('docs/moved.md'),
    ];

    workspace.remove();
    expect(problems).toEqual([
      {
        where: 'docs/stale.md',
        what: 'quotes an example otherwise than it is: run the script docs',
      },
      {
        where: 'docs/moved.md',
        what: 'quotes what is not there: examples/app.mjs#stop is no region',
      },
    ]);
  });
});

describe('quoteExamples', () => {
  it('fills a block with the whole file without the lines that mark regions', async () => {
    const { quoteExamples } = await import('../../docs/quote-examples.mjs');

    const text = quoteExamples(
      'Before\n\n<!-- example: app.mjs -->\n\n```js\n```\n\nAfter\n',
      () => EXAMPLE,
    );

    expect(text).toBe(
      "Before\n\n<!-- example: app.mjs -->\n\n```js\nimport { start } from './start.mjs';\n\nstart({ port: 1 });\n```\n\nAfter\n",
    );
  });

  it('leaves blocks without a mark as they are', async () => {
    const { quoteExamples } = await import('../../docs/quote-examples.mjs');
    const page = '```js\nold();\n```\n\n`<!-- example: app.mjs -->` is how a mark looks.\n';

    expect(quoteExamples(page, () => EXAMPLE)).toBe(page);
  });
});
