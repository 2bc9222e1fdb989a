/** A file for whoever helps: shown first, so that everybody sees what is in it, then saved on their own computer. */
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { saveFile } from '../results/save-file';
import { failureText } from '../shared/failure-text';

type Bundle =
	| { readonly status: 'closed' | 'loading' }
	| { readonly status: 'ready'; readonly text: string }
	| { readonly status: 'failed'; readonly sentence: string };

export function SupportBundle({ wizard }: StepProps) {
	const { rest, messageFor } = wizard;
	const [bundle, setBundle] = useState<Bundle>({ status: 'closed' });

	const load = async (): Promise<void> => {
		if (bundle.status === 'loading') {
			return;
		}
		setBundle({ status: 'loading' });
		try {
			setBundle({ status: 'ready', text: JSON.stringify(await rest.supportBundle(), null, 2) });
		} catch (reason) {
			setBundle({ status: 'failed', sentence: failureText(reason, messageFor) });
		}
	};

	return (
		<details className="wkpbic-details wkpbic-details--block">
			<summary>{__('Support bundle', 'wkpbic')}</summary>
			<p>
				{__(
					'One file that tells a helper how things stand: versions, states and error codes, no secret and no customer. Look at it before you give it away.',
					'wkpbic',
				)}
			</p>
			<div className="wkpbic-actions">
				<Button
					variant="secondary"
					__next40pxDefaultSize
					isBusy={bundle.status === 'loading'}
					aria-disabled={bundle.status === 'loading'}
					onClick={() => void load()}
				>
					{bundle.status === 'ready' ? __('Make it again', 'wkpbic') : __('Show what is in it', 'wkpbic')}
				</Button>
				{bundle.status === 'ready' && (
					<Button
						variant="primary"
						__next40pxDefaultSize
						onClick={() => saveFile('wkpbic-support.json', 'application/json', bundle.text)}
					>
						{__('Download it', 'wkpbic')}
					</Button>
				)}
			</div>
			<div role="status">
				{bundle.status === 'failed' && <p className="wkpbic-verdict__said is-error">{bundle.sentence}</p>}
			</div>
			{bundle.status === 'ready' && (
				<pre className="wkpbic-bundle" tabIndex={0} role="region" aria-label={__('Support bundle', 'wkpbic')} dir="ltr">
					{bundle.text}
				</pre>
			)}
		</details>
	);
}
