#!/usr/bin/env node
import { runCommand } from './run-command';

void runCommand(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
}).then((result) => {
  if ('exitCode' in result) process.exitCode = result.exitCode;
});
