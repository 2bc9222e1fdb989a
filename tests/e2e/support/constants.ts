/** What the shop's wp-config.php defines, beyond what every site of the test bed does. */
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settings } from './settings.ts';

const FILE = join(dirname(settings.database), 'constants.json');

/** From the next request on, until the test ends. */
export function defineConstants(constants: Readonly<Record<`WKPBIC_${string}`, string>>): void {
	writeFileSync(FILE, JSON.stringify(constants));
}

export function undefineConstants(): void {
	rmSync(FILE, { force: true });
}
