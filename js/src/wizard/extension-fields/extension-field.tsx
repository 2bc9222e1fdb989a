/** One field of another plugin: its input, or the plugin's own component, and the sentence beside it. */
import { Button } from '@wordpress/components';
import { memo, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Verdict } from '../../core/door';
import type { Field, FieldControl, Said, Wizard } from '../../extend';
import { Boundary } from '../shared/boundary';
import { useAnnounced } from '../shared/use-announced';
import { saidOf, VerdictLine } from '../shared/verdict-line';
import { Control } from './control';
import { StoredSecret } from './stored-secret';
import type { TypedValues } from './typed-values';
import { inputIdOf, judge, storedOf, storedText, type ExtensionForm } from './use-extension-form';

/** How long typing has to rest before a verdict is asked for, in milliseconds. */
const SETTLE_TIME = 150;

/** Types that are chosen and not typed: each change is a whole value. */
const CHOSEN: ReadonlySet<Field['type']> = new Set(['select', 'toggle']);

export interface ExtensionFieldProps {
	readonly wizard: Wizard;
	readonly field: Field;
	readonly typed: TypedValues;
	readonly kit: ExtensionForm['kit'];
	/** The component has thrown; the wizard's own input stands in. */
	readonly onBroken: (fieldId: string) => void;
}

export const ExtensionField = memo(function ExtensionField({ wizard, field, typed, kit, onBroken }: ExtensionFieldProps) {
	const { id, type } = field;
	const stored = storedOf(wizard.setup, id);
	const own = useSyncExternalStore(
		useCallback((listener: () => void) => typed.subscribe(id, listener), [typed, id]),
		() => typed.of(id),
	);
	const hasSecret = stored !== undefined && 'stored' in stored && stored.stored;
	const replacing = hasSecret && own !== undefined;
	const text = own?.text ?? storedText(stored);
	const settled = own?.settled ?? storedText(stored);
	const left = own?.left ?? false;

	const resting = own === undefined || own.text === own.settled;
	useEffect(() => {
		if (resting) {
			return undefined;
		}
		const timer = setTimeout(() => typed.settle(id), SETTLE_TIME);
		return () => clearTimeout(timer);
	}, [typed, id, resting, text]);

	// An empty text leaves a stored secret as it is.
	const asks = own !== undefined && !(hasSecret && settled === '');
	const verdict = useMemo(() => (asks ? judge(kit, field, settled) : null), [asks, kit, field, settled]);
	let said: Said | null = null;
	if (own?.refusal) {
		const { code, params, sentence } = own.refusal;
		said = { level: 'error', sentence: wizard.messageFor(code, params, sentence) };
	} else if (verdict && isSaid(verdict, field, left, settled)) {
		said = saidOf(verdict, wizard.messageFor, __('Looks right.', 'wkpbic'));
	}
	useAnnounced(wizard, said, null);

	const inputId = inputIdOf(id);
	const [wasReplacing, setWasReplacing] = useState(replacing);
	useEffect(() => {
		if (replacing !== wasReplacing) {
			setWasReplacing(replacing);
			document.getElementById(inputId)?.focus();
		}
	}, [replacing, wasReplacing, inputId]);
	const saidId = `${inputId}-verdict`;
	const control: FieldControl = {
		inputId,
		saidId,
		text,
		said,
		locked: false,
		change(next) {
			typed.type(id, String(next));
			if (CHOSEN.has(type)) {
				typed.leave(id);
			}
		},
		leave: () => typed.leave(id),
	};
	const Own = field.component;
	const ours = <Control field={field} control={control} />;

	return (
		<div className={`wkpbic-field${said ? ` is-${said.level}` : ''}${type === 'secret' ? ' has-secret' : ''}`} data-field={id}>
			<div className="wkpbic-field__input">
				{hasSecret && !replacing ? (
					<StoredSecret inputId={inputId} label={field.label()} storedOn={stored.stored_on} onReplace={() => typed.type(id, '')} />
				) : Own ? (
					<Boundary id={id} onBroken={onBroken} instead={ours}>
						<Own wizard={wizard} field={field} control={control} />
					</Boundary>
				) : (
					ours
				)}
				{replacing && (
					<Button variant="link" className="wkpbic-field__aside" onClick={() => typed.forget({ [id]: text })}>
						{__('Keep the stored secret', 'wkpbic')}
					</Button>
				)}
			</div>
			<VerdictLine id={saidId} said={said} />
		</div>
	);
});

/** Calm while typing: what is wrong is said once the field was left, what is right at once, where there is a rule to be right by. */
function isSaid({ level }: Verdict, { type, rules }: Field, left: boolean, settled: string): boolean {
	if (level === 'ok') {
		return settled !== '' && !CHOSEN.has(type) && rules.some(({ kind }) => kind !== 'required');
	}
	return left || (level !== 'error' && settled !== '');
}
