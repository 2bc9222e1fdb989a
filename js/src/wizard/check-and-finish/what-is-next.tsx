/** The calm end: everything holds. What there is to do now, which is little. */
import { __ } from '@wordpress/i18n';
import { CheckCircle } from '../shared/icons';

export function WhatIsNext() {
	return (
		<section className="wkpbic-done" aria-labelledby="wkpbic-done-heading">
			<CheckCircle />
			<div>
				<h3 className="wkpbic-done__heading" id="wkpbic-done-heading">
					{__('Your shop is connected to Power BI', 'wkpbic')}
				</h3>
				<p>{__('You can close this page. From now on:', 'wkpbic')}</p>
				<ul className="wkpbic-done__list">
					<li>{__('The shop renews its access by itself, day and night.', 'wkpbic')}</li>
					<li>{__('Before the client secret ends, you get a mail and a notice.', 'wkpbic')}</li>
					<li>{__('If Microsoft needs you, a notice in the dashboard says for what.', 'wkpbic')}</li>
				</ul>
			</div>
		</section>
	);
}
