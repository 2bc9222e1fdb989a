/** Ending the connection, after one question. */
import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

export function Disconnect({ disconnect }: { readonly disconnect: () => Promise<void> }) {
	const [asking, setAsking] = useState(false);
	const [busy, setBusy] = useState(false);

	const confirm = async (): Promise<void> => {
		setBusy(true);
		await disconnect();
		setBusy(false);
		setAsking(false);
	};

	return (
		<>
			<Button variant="tertiary" isDestructive __next40pxDefaultSize onClick={() => setAsking(true)}>
				{__('Disconnect', 'wkpbic')}
			</Button>
			{asking && (
				<Modal
					title={__('Disconnect from Microsoft?', 'wkpbic')}
					size="small"
					onRequestClose={() => setAsking(false)}
				>
					<p>
						{__(
							'The shop forgets its access to Power BI. Your keys stay stored, so connecting again takes one sign-in. Nothing in Power BI is deleted.',
							'wkpbic',
						)}
					</p>
					<div className="wkpbic-modal-actions">
						<Button variant="tertiary" __next40pxDefaultSize onClick={() => setAsking(false)}>
							{__('Stay connected', 'wkpbic')}
						</Button>
						<Button
							variant="primary"
							isDestructive
							__next40pxDefaultSize
							isBusy={busy}
							aria-disabled={busy}
							onClick={() => void confirm()}
						>
							{__('Yes, disconnect', 'wkpbic')}
						</Button>
					</div>
				</Modal>
			)}
		</>
	);
}
