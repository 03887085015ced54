/**
 * The pages whose every step is followed, and the sections of them that are for newcomers; all where none is named.
 * @type {readonly { page: string, sections?: readonly string[] }[]}
 */
export const WALKS = [
  { page: 'README.md', sections: ['Prometheus pulls', 'You push OTLP'] },
  { page: 'docs/getting-started/express.md' },
  { page: 'docs/getting-started/koa.md' },
  { page: 'docs/getting-started/nestjs.md' },
  { page: 'docs/getting-started/better-auth.md' },
  { page: 'docs/getting-started/zero-code.md' },
  { page: 'docs/getting-started/without-a-framework.md' },
  { page: 'docs/getting-started/next-five-minutes.md' },
];
