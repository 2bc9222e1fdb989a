/** The checks of this site: run once when the step is opened, and again whenever somebody asks. */
import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Wizard } from '../../extend';
import { CheckList } from '../shared/check-list';
import { useChecks } from '../shared/use-checks';
import { BEFORE_YOU_START } from '../step-ids';

export function SitePanel({ wizard, atOnce }: { readonly wizard: Wizard; readonly atOnce: boolean }) {
	const checks = useChecks(wizard, BEFORE_YOU_START);
	const { run } = checks;
	const begun = useRef(false);
	const { announce, core } = wizard;

	const runAndTell = async (): Promise<void> => {
		const outcomes = await run();
		const failed = [...outcomes.values()].filter(({ state }) => state === 'failed').length;
		announce(
			failed === 0
				? __('Checks are over.', 'wkpbic')
				: sprintf(
						/* translators: %d: how many checks failed. */
						_n('Checks are over: %d needs you.', 'Checks are over: %d need you.', failed, 'wkpbic'),
						failed,
					),
		);
	};

	// Only while nothing is stored: with keys, the same request would ask Microsoft about them each time the page opens.
	useEffect(() => {
		if (atOnce && !begun.current && core.status !== 'loading') {
			begun.current = true;
			void run();
		}
	}, [atOnce, core.status, run]);

	return (
		<>
			<div className="wkpbic-heading-row">
				<h3 className="wkpbic-heading">{__('Is this site ready?', 'wkpbic')}</h3>
				<Button
					variant="tertiary"
					size="compact"
					isBusy={checks.running}
					aria-disabled={checks.running}
					onClick={() => void (checks.running || runAndTell())}
				>
					{checks.finishedAt === null ? __('Check now', 'wkpbic') : __('Check again', 'wkpbic')}
				</Button>
			</div>
			<CheckList label={__('Is this site ready?', 'wkpbic')} lines={checks.lines} />
		</>
	);
}
