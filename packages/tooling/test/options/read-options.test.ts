import { writeWorkspace } from '../write-workspace';

const ENTRY = { require: { types: './dist/index.d.ts' } };
const MANIFEST = JSON.stringify({ name: '@authmeter/koa', exports: { '.': ENTRY } });

async function readWritten(declarations: string) {
  const { readOptions } = await import('../../options/read-options.mjs');
  const { readWorkspace } = await import('../../workspace/read-workspace.mjs');
  const workspace = writeWorkspace({
    'packages/koa/package.json': MANIFEST,
    'packages/koa/dist/index.d.ts': declarations,
  });
  const tables = readOptions(readWorkspace(workspace.root).packages);
  workspace.remove();
  return tables;
}

describe('readOptions', () => {
  it('tells name, type, unit, default and meaning of what functions and classes take', async () => {
    const tables = await readWritten(`
      type Name = 'jwt' | 'oauth' | (string & {});
      type Mode = 'fast' | 'slow';
      interface Base<Request> {
        /** What it is called. */
        readonly name: Name;
        /** Judges. Default: by the status. */
        readonly judge?: (request: Request) => Promise<boolean> | undefined;
      }
      /** How it is done. */
      export interface LayerOptions extends Base<Date> {
        /** Which one. Default \`fast\`. */
        readonly mode?: Mode;
        /** Most events that wait, 1 to 9. Default 5. */
        readonly maxQueue?: number | undefined;
        /** Where it is served. Default: nowhere. */
        readonly endpoint?: EndpointOptions;
        size?: number;
      }
      export interface EndpointOptions {
        /** By name. */
        readonly paths: Readonly<Record<string, string>>;
      }
      export declare function observe(run: () => void, options?: LayerOptions): void;
      export declare class Module { static forRoot(options: LayerOptions): Module }
      export declare function check<Options>(options: Options): Options;
    `);

    expect(tables).toEqual([
      {
        folder: 'koa',
        type: 'LayerOptions',
        callers: ['observe', 'Module'],
        meaning: 'How it is done.',
        options: [
          {
            name: 'mode',
            type: `'fast' | 'slow'`,
            unit: '',
            default: '`fast`',
            meaning: 'Which one.',
            isRequired: false,
          },
          {
            name: 'maxQueue',
            type: 'number',
            unit: 'events',
            default: '5',
            meaning: 'Most events that wait, 1 to 9.',
            isRequired: false,
          },
          expect.objectContaining({ name: 'endpoint', type: 'EndpointOptions' }),
          {
            name: 'size',
            type: 'number',
            unit: '?',
            default: undefined,
            meaning: '',
            isRequired: false,
          },
          expect.objectContaining({ name: 'name', type: 'string', isRequired: true }),
          expect.objectContaining({
            name: 'judge',
            type: '(request: Date) => Promise<boolean> | undefined',
            default: 'by the status',
          }),
        ],
      },
      expect.objectContaining({
        type: 'EndpointOptions',
        callers: ['LayerOptions.endpoint'],
        options: [expect.objectContaining({ name: 'paths', type: 'Record<string, string>' })],
      }),
    ]);
  });
});
