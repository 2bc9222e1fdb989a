/** The day on which the client secret ends: the portal's lifetimes at a click, or a date. */
import { TextControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FieldProps } from '../../../extend';
import { RECOMMENDED_LIFETIME_DAYS, SECRET_LIFETIMES_DAYS } from '../../../generated/contract';
import { dateText } from '../../shared/date-text';
import { useAnnounced } from '../../shared/use-announced';
import { VerdictLine } from '../../shared/verdict-line';
import { fieldElementId } from '../reveal';
import { useForm } from './form-context';
import { fieldLabel } from './labels';
import { inDays } from './today';
import { useSaid } from './use-said';

const FIELD = 'client_secret_expires_on';

export function ExpiryField({ wizard }: FieldProps) {
	const form = useForm();
	const { text } = form.state.fields[FIELD];
	const said = useSaid(wizard, form, FIELD, reminded(text));
	const id = fieldElementId(FIELD);
	useAnnounced(wizard, said, null);

	return (
		<div className={`wkpbic-field${said ? ` is-${said.level}` : ''}`}>
			<div className="wkpbic-field__input">
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					id={id}
					className="wkpbic-field__date"
					label={fieldLabel(FIELD)}
					help={__('Column “Expires” beside the secret. Made today? Then choose the lifetime that you chose there:', 'wkpbic')}
					type="date"
					value={text}
					onChange={(value: string) => form.type(FIELD, value)}
					onBlur={() => form.leave(FIELD)}
					aria-invalid={said?.level === 'error'}
					aria-describedby={`${id}__help ${id}-verdict`}
				/>
				<div className="wkpbic-presets" role="group" aria-label={__('Lifetime of a secret made today', 'wkpbic')}>
					{SECRET_LIFETIMES_DAYS.map((days) => {
						const day = inDays(days);
						return (
							<button
								key={days}
								type="button"
								className="wkpbic-presets__choice"
								aria-pressed={text === day}
								onClick={() => form.choose(FIELD, day)}
							>
								{lifetimeText(days)}
							</button>
						);
					})}
				</div>
			</div>
			<VerdictLine id={`${id}-verdict`} said={said} />
		</div>
	);
}

function lifetimeText(days: number): string {
	const plain = sprintf(
		/* translators: %d: number of days. */
		_n('%d day', '%d days', days, 'wkpbic'),
		days,
	);
	return days === RECOMMENDED_LIFETIME_DAYS
		? sprintf(
				/* translators: %s: a number of days, such as "180 days". */
				__('%s (recommended)', 'wkpbic'),
				plain,
			)
		: plain;
}

function reminded(day: string): string {
	const at = Date.parse(`${day}T12:00:00`);
	return Number.isNaN(at)
		? ''
		: sprintf(
				/* translators: %s: a date. */
				__('Works until %s. You are reminded before.', 'wkpbic'),
				dateText(at / 1000),
			);
}
