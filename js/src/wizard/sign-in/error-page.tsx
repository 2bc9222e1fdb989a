/** A place to paste whatever Microsoft showed: the core says what it means, who must act and what to do next. */
import { Button, Notice, TextareaControl } from '@wordpress/components';
import { useMemo, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Diagnosis } from '../../core/door';
import type { StepProps } from '../../extend';
import { addedDiagnoses, errorOf, isUnknown } from '../../extend/explain';
import type { Prompt } from '../results/next-action';
import { WhatToDo } from '../results/what-to-do';
import { AddedDiagnoses } from '../shared/added-diagnoses';
import { Doctor } from './doctor';
import { SupportDetails, supportRowsOf } from './support-details';

export const ERROR_PAGE_ID = 'wkpbic-error-page';

/** Codes whose cause is an address that differs. */
const ABOUT_THE_ADDRESS: ReadonlySet<string> = new Set(['redirect_uri_mismatch', 'redirect_uri_not_registered']);

const STATUS = { hint: 'info', warn: 'warning', error: 'error' } as const;

export function ErrorPage({ wizard, signIn }: StepProps & { readonly signIn: (prompt: Prompt | null) => void }) {
	const { core } = wizard;
	const [text, setText] = useState('');
	const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
	const answer = useRef<HTMLDivElement>(null);

	const explain = (): void => {
		if (core.status === 'ready') {
			setDiagnosis(core.api.explainError(text));
			answer.current?.focus();
		}
	};

	return (
		<details className="wkpbic-details wkpbic-details--block" id={ERROR_PAGE_ID}>
			<summary>{__('Microsoft showed me an error page', 'wkpbic')}</summary>
			<p>
				{__(
					'Select everything on that page, copy it and paste it here. A number such as AADSTS50011, an address or a line of a log will do as well. The text stays in your browser.',
					'wkpbic',
				)}
			</p>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					explain();
				}}
			>
				<TextareaControl
					__nextHasNoMarginBottom
					label={__('What Microsoft showed', 'wkpbic')}
					value={text}
					rows={4}
					dir="auto"
					spellCheck={false}
					onChange={(value) => {
						setText(value);
						setDiagnosis(null);
					}}
				/>
				<div className="wkpbic-actions">
					<Button type="submit" variant="secondary" __next40pxDefaultSize disabled={core.status !== 'ready'}>
						{__('Explain it', 'wkpbic')}
					</Button>
				</div>
			</form>
			<div ref={answer} tabIndex={-1} className="wkpbic-error-page__answer">
				{diagnosis && <Explained wizard={wizard} diagnosis={diagnosis} text={text} signIn={signIn} />}
			</div>
		</details>
	);
}

function Explained(
	props: StepProps & { readonly diagnosis: Diagnosis; readonly text: string; readonly signIn: (prompt: Prompt | null) => void },
) {
	const { wizard, diagnosis, text, signIn } = props;
	const { diagnoses } = wizard.added;
	const added = useMemo(() => addedDiagnoses(errorOf(diagnosis), diagnoses, text), [diagnosis, diagnoses, text]);
	const [only] = added;
	const sentence = only && isUnknown(diagnosis.code) ? only.sentence : wizard.messageFor(diagnosis.code, diagnosis.params);
	const isExplained = diagnosis.certainty !== 'unknown' && diagnosis.code !== 'nothing_pasted';
	return (
		<>
			<Notice
				status={STATUS[diagnosis.level]}
				isDismissible={false}
				className="wkpbic-notice"
				spokenMessage={sentence}
				politeness="polite"
			>
				{!(only && isUnknown(diagnosis.code)) && <p className="wkpbic-notice__sentence">{sentence}</p>}
				{diagnosis.certainty === 'likely' && (
					<p>{__('This is the likely meaning; the text does not say for certain.', 'wkpbic')}</p>
				)}
				{isExplained && (
					<WhatToDo
						wizard={wizard}
						code={diagnosis.code}
						actor={diagnosis.actor}
						wait={diagnosis.wait}
						// The doctor below has the same way to the portal, beside what to do there.
						{...(ABOUT_THE_ADDRESS.has(diagnosis.code) && { action: null })}
						signIn={signIn}
						tryAgain={() => signIn(null)}
					/>
				)}
				<AddedDiagnoses added={added} />
				{diagnosis.code !== 'nothing_pasted' && (
					<SupportDetails rows={supportRowsOf(diagnosis)} announce={wizard.announce} />
				)}
			</Notice>
			{ABOUT_THE_ADDRESS.has(diagnosis.code) && (
				<Doctor wizard={wizard} requested={diagnosis.redirect.requested ?? null} />
			)}
		</>
	);
}
