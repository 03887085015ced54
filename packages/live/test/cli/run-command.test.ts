import { runCommand } from '../../src/cli/run-command';
import { ask } from '../support/request';
import { serve } from '../support/serve';

function run(...args: string[]) {
  const written = { output: '', errors: '' };
  const result = runCommand(args, {
    write: (text) => {
      written.output += text;
    },
    writeError: (text) => {
      written.errors += text;
    },
  });
  return { written, result };
}

describe('the command', () => {
  it('starts a receiver, and says where it is', async () => {
    const { written, result } = run('--otlp', '0');
    const started = await result;
    if (!('receiver' in started)) throw new Error(written.errors);

    const { status } = await ask(started.receiver.url);

    await started.receiver.close();
    expect(status).toBe(200);
    expect(written.output).toContain(`Live page: ${started.receiver.url}\n`);
  });

  it('says what it wants', async () => {
    const [help, wrong] = [run('--help'), run('--port')];

    expect([await help.result, await wrong.result]).toEqual([{ exitCode: 0 }, { exitCode: 2 }]);
    expect(help.written.output).toContain('--otlp [PORT]');
    expect(wrong.written.errors).toContain('--otlp [PORT]');
  });

  it('says that a port is taken', async () => {
    const taken = await serve((_request, response) => response.end());
    const { port } = new URL(taken.origin);

    const { written, result } = run('--otlp', port);

    expect(await result).toEqual({ exitCode: 1 });
    expect(written.errors).toBe(`Port ${port} is taken; give another.\n`);
    await taken.close();
  });
});
