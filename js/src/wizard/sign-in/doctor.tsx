/**
 * Two addresses beside each other: the one that stands in Azure and the one that the shop sends. The first character in
 * which they differ is marked, and said in words: which one, where, and what kind of difference it is.
 */
import { TextareaControl } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { AddressDifference } from '../../core/door';
import type { StepProps } from '../../extend';
import { ownRedirectUri } from '../redirect-uri';
import { PortalButton } from '../results/next-action-button';
import { CopyField } from '../shared/copy-field';
import { CheckCircle, CrossCircle } from '../shared/icons';
import { compareWith } from './registered-address';
import { MarkedAddress } from './marked-address';

export function Doctor({ wizard, requested = null }: StepProps & { readonly requested?: string | null }) {
	const [registered, setRegistered] = useState('');
	const own = ownRedirectUri(wizard).redirect_uri;
	// What Microsoft quotes is what was sent; without that it is what this shop sends.
	const sent = requested ?? own;
	const { core } = wizard;
	const compared = useMemo(() => (core.status === 'ready' ? compareWith(core.api, registered, sent) : null), [core, registered, sent]);
	const { difference, address } = compared ?? { difference: null, address: registered };

	return (
		<section className="wkpbic-panel wkpbic-doctor" aria-labelledby="wkpbic-doctor-heading">
			<h4 className="wkpbic-panel__heading" id="wkpbic-doctor-heading">
				{__('Find the wrong character', 'wkpbic')}
			</h4>
			<p>
				{__(
					'The address in Azure and the one your shop sends must be the same, character for character. Copy the address that stands in Azure under Authentication, and paste it here.',
					'wkpbic',
				)}
			</p>
			<div>
				<PortalButton wizard={wizard} target="authentication" />
			</div>
			<TextareaControl
				__nextHasNoMarginBottom
				label={__('Redirect URI as it stands in Azure', 'wkpbic')}
				value={registered}
				rows={2}
				dir="ltr"
				spellCheck={false}
				onChange={setRegistered}
			/>
			<div role="status" className="wkpbic-doctor__finding">
				{difference && <Finding difference={difference} sentenceOf={wizard.messageFor} />}
			</div>
			{difference && !difference.same && (
				<dl className="wkpbic-doctor__addresses">
					<div>
						<dt>{__('In Azure', 'wkpbic')}</dt>
						<dd>
							<MarkedAddress address={address} position={difference.position} />
						</dd>
					</div>
					<div>
						<dt>{__('Your shop sends', 'wkpbic')}</dt>
						<dd>
							<MarkedAddress address={sent} position={difference.position} />
						</dd>
					</div>
				</dl>
			)}
			{difference && !difference.same && (
				<CopyField
					label={__('The right address, to put into Azure', 'wkpbic')}
					text={own}
					announce={wizard.announce}
				/>
			)}
		</section>
	);
}

function Finding(props: {
	readonly difference: AddressDifference;
	readonly sentenceOf: StepProps['wizard']['messageFor'];
}) {
	const { difference, sentenceOf } = props;
	if (difference.same) {
		return (
			<p className="wkpbic-verdict__said is-ok">
				<CheckCircle />
				<span>
					{__(
						'Both addresses are the same. If you have just saved it in Azure, wait some minutes and sign in again.',
						'wkpbic',
					)}
				</span>
			</p>
		);
	}
	return (
		<p className="wkpbic-verdict__said is-error">
			<CrossCircle />
			<span>
				{sentenceOf(difference.code, difference.params)} {placeOf(difference)}
			</span>
		</p>
	);
}

function placeOf({ position, registered_character, requested_character }: AddressDifference): string {
	if (position === null) {
		return '';
	}
	return sprintf(
		/* translators: 1: a number, 2: one character or a description, 3: one character or a description. */
		__('They part at character %1$d: Azure has %2$s, your shop sends %3$s.', 'wkpbic'),
		position,
		characterName(registered_character),
		characterName(requested_character),
	);
}

/** A character as it can be read and heard; blanks and invisible ones by their name. */
export function characterName(character: string | null): string {
	if (character === null || character === '') {
		return __('nothing more', 'wkpbic');
	}
	if (character === ' ') {
		return __('a blank', 'wkpbic');
	}
	if (/^[\p{C}\p{Z}\p{M}]/u.test(character)) {
		const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		/* translators: %s: number of a character in Unicode, such as U+200B. */
		return sprintf(__('the invisible character %s', 'wkpbic'), `U+${number}`);
	}
	/* translators: %s: one character. */
	return sprintf(__('“%s”', 'wkpbic'), character);
}
