import {
  ATTEMPTS,
  LOGINS,
  OPERATION_DURATION,
  prometheusName,
  SOURCE_FAILURES,
} from '@authmeter/core/conventions';
import { runProgram } from './support/run-program';

const FAILED =
  '{outcome="failure",reason="invalid_credentials",error_type="invalid_credentials",method="password"}';

it('holds no more the longer nobody collects, and then tells all', async () => {
  const output = await runProgram('never-collected.mjs', ['200000'], ['--expose-gc']);

  const [grownKilobytes, ...lines] = output.split('\n');
  const duration = `${prometheusName(OPERATION_DURATION)}_count{operation="login",outcome="failure"}`;
  const sources = lines.filter((line) => line.startsWith(`${prometheusName(SOURCE_FAILURES)}{`));
  expect(Number(grownKilobytes)).toBeLessThan(1000);
  expect(lines).toContain(`${prometheusName(ATTEMPTS)}${FAILED} 200000`);
  expect(lines).toContain(`${prometheusName(LOGINS)}${FAILED} 200000`);
  expect(lines).toContain(`${duration} 200000`);
  // A hundred and the rest.
  expect(sources.length).toBeLessThan(102);
});
