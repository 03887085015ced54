import { ALERT_PARAMETERS } from '@authmeter/core/conventions';

const GAP = 2;

/** The numbers that can be set, as a table. */
export function listThresholds(): string {
  const rows = [
    ['name', 'default', 'least', 'most', 'unit'],
    ...ALERT_PARAMETERS.map((parameter) => [
      parameter.name,
      String(parameter.default),
      String(parameter.least),
      String(parameter.most),
      parameter.unit,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd((widths[column] ?? 0) + GAP))
        .join('')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}
