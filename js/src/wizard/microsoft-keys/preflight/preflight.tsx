/** Check with Microsoft: tenant, app, secret and redirect URI, before anybody leaves the page. */
import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { CheckOutcome, StepProps } from '../../../extend';
import { MayPass, waitingAfter, type Waiting } from '../../results/may-pass';
import { CheckList } from '../../shared/check-list';
import { CheckCircle } from '../../shared/icons';
import { useChecks } from '../../shared/use-checks';
import { MICROSOFT_KEYS } from '../../step-ids';
import type { KeysForm } from '../fields/use-keys-form';

export function Preflight({ wizard, form }: StepProps & { readonly form: KeysForm }) {
	const checks = useChecks(wizard, MICROSOFT_KEYS);
	const { run, lines, running, finishedAt } = checks;
	const { announce, rest, replaceSetup } = wizard;
	const [asked, setAsked] = useState(0);
	const [waiting, setWaiting] = useState<Waiting | null>(null);

	// After the drawing with the saved values, which the checks are about.
	useEffect(() => {
		if (asked === 0) {
			return;
		}
		void run().then((outcomes) => {
			const open = [...outcomes.values()].filter(({ state }) => state === 'failed').length;
			announce(summary(open));
			setWaiting((before) => waitingAfter(before, brokenCode(outcomes)));
			// What was proved is on the scorecard now.
			rest.readSetup().then(replaceSetup, () => undefined);
		});
	}, [asked, run, announce, rest, replaceSetup]);

	const check = async (): Promise<void> => {
		if (await form.save()) {
			setAsked((before) => before + 1);
		}
	};

	const look = async (): Promise<boolean> => {
		const outcomes = await run();
		const broken = brokenCode(outcomes);
		setWaiting((before) => waitingAfter(before, broken));
		rest.readSetup().then(replaceSetup, () => undefined);
		return broken === null;
	};

	const failed = lines.filter(({ status, counts }) => counts && status === 'failed').length;
	const done = finishedAt !== null && !running;
	return (
		<section className="wkpbic-panel wkpbic-preflight" aria-labelledby="wkpbic-preflight-heading">
			<h3 className="wkpbic-preflight__heading" id="wkpbic-preflight-heading">
				{__('Check with Microsoft', 'wkpbic')}
			</h3>
			<p>
				{__('Your site asks Microsoft about these values now, so that no error page meets you later. Nobody signs in, and nothing is changed.', 'wkpbic')}
			</p>
			{asked > 0 && <CheckList label={__('What Microsoft says', 'wkpbic')} lines={lines} />}
			<MayPass wizard={wizard} waiting={form.changed ? null : waiting} look={look} onEnd={() => setWaiting(null)} />
			{done && failed === 0 && (
				<p className="wkpbic-preflight__good">
					<CheckCircle />
					<span>{summary(0)}</span>
				</p>
			)}
			<div>
				<Button
					variant="secondary"
					__next40pxDefaultSize
					isBusy={running || form.saving}
					aria-disabled={running || form.saving}
					onClick={() => {
						if (!running && !form.saving) {
							void check();
						}
					}}
				>
					{buttonText(form.changed, asked > 0)}
				</Button>
			</div>
		</section>
	);
}

/** The code of the first check that did not pass, ours alone. */
function brokenCode(outcomes: ReadonlyMap<string, CheckOutcome>): string | null {
	const broken = [...outcomes].find(([id, { state }]) => !id.includes('/') && state === 'failed');
	return broken?.[1].code ?? null;
}

function buttonText(changed: boolean, again: boolean): string {
	if (changed) {
		return __('Save and check', 'wkpbic');
	}
	return again ? __('Check again', 'wkpbic') : __('Check with Microsoft', 'wkpbic');
}

function summary(failed: number): string {
	return failed === 0
		? __('Nothing stands in the way of signing in.', 'wkpbic')
		: sprintf(
				/* translators: %d: number of problems. */
				_n('%d thing needs you.', '%d things need you.', failed, 'wkpbic'),
				failed,
			);
}
