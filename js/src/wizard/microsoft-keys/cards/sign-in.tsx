import { createInterpolateElement } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { StepProps } from '../../../extend';
import { SignInDrawing } from '../drawings/sign-in';
import { MICROSOFT_AZURE } from '../drawings/names';
import { CardBody, LABELS } from './card-body';

export function SignInCard({ wizard }: StepProps) {
	return (
		<CardBody
			wizard={wizard}
			target="app_registrations"
			linkText={__('Open Microsoft’s portal', 'wkpbic')}
			way={[MICROSOFT_AZURE, __('Microsoft Entra ID', 'wkpbic'), __('App registrations', 'wkpbic')]}
			drawing={<SignInDrawing />}
			steps={[
				__('Sign in with your work or school account: the one that you use for Microsoft 365 or Power BI.', 'wkpbic'),
				createInterpolateElement(
					__('If Microsoft asks which account to use, choose <strong>Work or school account</strong>.', 'wkpbic'),
					LABELS,
				),
			]}
		>
			<p className="wkpbic-card__note">
				{__(
					'You see a list called “App registrations”, which may be empty? Then you are right. The portal used to call “Microsoft Entra ID” “Azure Active Directory”.',
					'wkpbic',
				)}
			</p>
		</CardBody>
	);
}
