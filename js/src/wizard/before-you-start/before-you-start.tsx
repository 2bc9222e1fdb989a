/** Step 1: what will happen, what is needed, and whether this site can be reached by Microsoft's answer. */
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import { StepFooter } from '../shared/step-footer';
import { MICROSOFT_KEYS } from '../step-ids';
import { SiteCheck } from './site-check';

export function BeforeYouStart({ wizard }: StepProps) {
	return (
		<>
			<p className="wkpbic-lead">
				{__(
					'Your shop will get its own key to Power BI. You create that key in Microsoft’s portal, paste it here, and allow it once with your account. The shop’s data stays where it is until you decide otherwise.',
					'wkpbic',
				)}
			</p>

			<h3 className="wkpbic-heading">{__('What you need', 'wkpbic')}</h3>
			<ul className="wkpbic-needs">
				<li>
					<strong>{__('A work or school account at Microsoft', 'wkpbic')}</strong>
					<span>
						{__(
							'The one you use for Microsoft 365 or Power BI. A personal account (outlook.com, hotmail.com, live.com) cannot work: Power BI does not accept it.',
							'wkpbic',
						)}
					</span>
				</li>
				<li>
					<strong>{__('Permission to register an app', 'wkpbic')}</strong>
					<span>
						{__(
							'In many companies everyone has it, in others only the IT team. If the portal refuses, ask them; they need about five minutes.',
							'wkpbic',
						)}
					</span>
				</li>
				<li>
					<strong>{__('Power BI, opened at least once', 'wkpbic')}</strong>
					<span>
						{__(
							'Microsoft offers the permissions we need only after somebody in your company has signed in to Power BI.',
							'wkpbic',
						)}{' '}
						<a href="https://app.powerbi.com/" target="_blank" rel="noreferrer noopener">
							{__('Open Power BI', 'wkpbic')}
							<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
						</a>
					</span>
				</li>
			</ul>

			<h3 className="wkpbic-heading">{__('Can Microsoft answer this site?', 'wkpbic')}</h3>
			<SiteCheck wizard={wizard} />

			<StepFooter wizard={wizard}>
				<Button variant="primary" __next40pxDefaultSize onClick={() => wizard.goTo(MICROSOFT_KEYS)}>
					{__('Start', 'wkpbic')}
				</Button>
			</StepFooter>
		</>
	);
}
