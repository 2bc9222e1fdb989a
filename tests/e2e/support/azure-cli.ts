/** Runs the set-up script in a real bash, with an `az` that answers like a directory in which the app does not exist yet. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KEYS } from './keys.ts';

/** Notes each call, then answers by its words before the first option; a question it does not know fails it. */
const AZ = `#!/bin/bash
printf '%s\\0' "$*" >>"$LOG"
command=
for word in "$@"; do
  case $word in -*) break ;; esac
  command="$command $word"
done
case "$command|$*" in
  ' cloud show|'*GraphResourceId*) echo https://graph.microsoft.com/ ;;
  ' cloud show|'*) echo AzureCloud ;;
  ' account show|'*user.name*) echo ${KEYS.username} ;;
  ' account show|'*) echo ${KEYS.tenant_id} ;;
  ' ad signed-in-user show|'*) echo ${KEYS.username} ;;
  ' ad app list|'*) ;;
  ' rest|'*) echo ${KEYS.client_id} ;;
  ' ad app show|'*) ;;
  ' ad sp show|'*'--id 00000009-'*) ;;
  ' ad sp show|'*) exit 3 ;;
  ' ad sp create|'*) echo 11111111-2222-4333-8444-555555555555 ;;
  ' ad app permission add|'*) ;;
  ' ad app permission grant|'*) ;;
  ' ad app credential reset|'*) echo '${KEYS.client_secret}' ;;
  *) echo "a call that nobody expected: $*" >&2; exit 1 ;;
esac
`;

export interface ScriptRun {
	/** What it printed: the text that a person copies. */
	readonly output: string;
	/** The calls of `az`, in their order. */
	readonly calls: readonly string[];
}

export async function runInCloudShell(script: string): Promise<ScriptRun> {
	const folder = mkdtempSync(join(tmpdir(), 'wkpbic-cloud-shell-'));
	try {
		const log = join(folder, 'log');
		const program = (name: string, text: string): void => {
			writeFileSync(join(folder, name), text);
			chmodSync(join(folder, name), 0o755);
		};
		program('az', AZ);
		program('sleep', '#!/bin/sh\n');
		writeFileSync(log, '');
		writeFileSync(join(folder, 'script.sh'), script);
		const { stdout } = await promisify(execFile)('bash', [join(folder, 'script.sh')], {
			cwd: folder,
			env: { PATH: `${folder}:/usr/bin:/bin`, LC_ALL: 'C.UTF-8', LOG: log },
		});
		return { output: stdout, calls: readFileSync(log, 'utf8').split('\0').filter((call) => call !== '') };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
