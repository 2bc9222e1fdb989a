/** Putting the site back to how it was, with SQLite's own backup: it waits for whoever is still writing. */
import { execFileSync } from 'node:child_process';

const BACKUP = `
	$from = new SQLite3( $argv[1], SQLITE3_OPEN_READWRITE );
	$to = new SQLite3( $argv[2] );
	$from->busyTimeout( 10000 );
	$to->busyTimeout( 10000 );
	exit( $from->backup( $to ) ? 0 : 1 );
`;

export function copyDatabase(from: string, to: string): void {
	execFileSync('php', ['-r', BACKUP, '--', from, to], { stdio: ['ignore', 'inherit', 'inherit'] });
}
