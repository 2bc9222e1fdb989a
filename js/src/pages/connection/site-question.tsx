/** Asked when the site stands elsewhere than before: has it moved, or is this a copy? No token is used until somebody says. */
import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { SiteChoice, SiteQuestion as Question } from '../../setup';
import { failureText } from '../../wizard/shared/failure-text';

const labels = (): Readonly<Record<SiteChoice, string>> => ({
	moved: __('It has moved: go on here', 'wkpbic'),
	copy: __('It is a copy: forget the connection here', 'wkpbic'),
});

export function SiteQuestion({ wizard, question }: StepProps & { readonly question: Question }) {
	const { rest, replaceSetup, messageFor, announce } = wizard;
	const [busy, setBusy] = useState<SiteChoice | null>(null);
	const [failure, setFailure] = useState<string | null>(null);
	const sentence = messageFor(question.code, question.params);

	const choose = async (choice: SiteChoice): Promise<void> => {
		if (busy !== null) {
			return;
		}
		setBusy(choice);
		setFailure(null);
		try {
			replaceSetup(await rest.chooseSite(choice));
			announce(__('Saved.', 'wkpbic'));
		} catch (reason) {
			setFailure(failureText(reason, messageFor));
		}
		setBusy(null);
	};

	return (
		<Notice status="warning" isDismissible={false} className="wkpbic-notice" spokenMessage={sentence}>
			<p className="wkpbic-notice__sentence">{sentence}</p>
			<p>
				{__(
					'If it has moved, everything goes on. If it is a copy, for tests for example, its stored secrets and its connection are erased here; the other site keeps its own.',
					'wkpbic',
				)}
			</p>
			<div className="wkpbic-actions">
				{question.choices.map((choice) => (
					<Button
						key={choice}
						variant="secondary"
						__next40pxDefaultSize
						isBusy={busy === choice}
						aria-disabled={busy !== null}
						onClick={() => void choose(choice)}
					>
						{labels()[choice]}
					</Button>
				))}
			</div>
			<div role="status">{failure !== null && <p className="wkpbic-verdict__said is-error">{failure}</p>}</div>
		</Notice>
	);
}
