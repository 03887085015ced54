import type { SettingDefinition } from '@authmeter/detectors';
import { table } from './table';

/** Every threshold of every detector. */
export function renderSettings(
  detectors: Readonly<Record<string, Readonly<Record<string, SettingDefinition>>>>,
): string {
  return table(
    ['Detector', 'Setting', 'Default', 'Unit', 'From', 'To', 'Meaning'],
    Object.entries(detectors).flatMap(([detector, settings]) =>
      Object.entries(settings).map(([setting, row]) => [
        `\`${detector}\``,
        `\`${setting}\``,
        String(row.default),
        `\`${row.unit}\``,
        String(row.least),
        String(row.most),
        row.meaning,
      ]),
    ),
  );
}
