import { join } from 'node:path';

/** Absolute path of the folder with what was rendered for everyone. */
export const GENERATED_FOLDER = join(__dirname, '../generated');

/** The rule file that ships. */
export const GENERATED_RULES = join(GENERATED_FOLDER, 'prometheus/authmeter-rules.yml');

/** The configuration of Alertmanager that ships. */
export const GENERATED_ALERTMANAGER = join(GENERATED_FOLDER, 'alertmanager/alertmanager.yml');
