/** What Microsoft's consent page is going to ask, in the person's own language, before anybody sees that page. */
import { __, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { PERMISSION_IDS, PURPOSES } from '../../generated/contract';
import { CheckMark } from '../shared/icons';

export function PermissionsPreview({ wizard, granted }: StepProps & { readonly granted: boolean }) {
	const added = wizard.added.permissions;
	return (
		<section className="wkpbic-preview" aria-labelledby="wkpbic-preview-heading">
			<h3 className="wkpbic-heading" id="wkpbic-preview-heading">
				{granted
					? __('What your shop may do in Power BI', 'wkpbic')
					: __('What Microsoft will ask you to allow', 'wkpbic')}
			</h3>
			<ul className="wkpbic-permissions">
				{PERMISSION_IDS.map((id) => (
					<Row key={id} words={wizard.messageFor(PURPOSES[id])} name={id} />
				))}
				<Row
					words={__('Knows your name and your account, so that it can say who is connected.', 'wkpbic')}
					name="openid profile"
				/>
				<Row
					words={__('Stays connected while you are away, so that orders arrive at night too.', 'wkpbic')}
					name="offline_access"
				/>
			</ul>
			<p className="wkpbic-note">
				{__(
					'Microsoft’s page uses words of its own; the names in grey tell you which line is which. Each right holds only within what your own account may do, and you can take all of them back at any time.',
					'wkpbic',
				)}
			</p>
			{added.length > 0 && (
				<>
					<h4 className="wkpbic-heading">{__('What other plugins need besides', 'wkpbic')}</h4>
					<ul className="wkpbic-permissions">
						{added.map(({ id, scopes, reason }) => (
							<Row
								key={id}
								words={sprintf(
									/* translators: 1: short name of another plugin, such as my-plugin, 2: its reason for asking for a permission. */
									__('For the plugin “%1$s”: %2$s', 'wkpbic'),
									id.split('/')[0] ?? id,
									reason,
								)}
								name={scopes.join(' ')}
							/>
						))}
					</ul>
					<p className="wkpbic-note">
						{__('Signing in here does not ask for these: your administrator adds them to the app in Azure and consents there.', 'wkpbic')}
					</p>
				</>
			)}
		</section>
	);
}

function Row({ words, name }: { readonly words: string; readonly name: string }) {
	return (
		<li>
			<span className="wkpbic-permissions__mark">
				<CheckMark />
			</span>
			<span className="wkpbic-permissions__purpose">{words}</span>
			<code className="wkpbic-permissions__id" dir="ltr">
				{name}
			</code>
		</li>
	);
}
