/** The ladder as a list: each rung passed, broken with the one next action, not known, or not asked. */
import { Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { StepProps } from '../../extend';
import type { CheckResult, TestReport } from '../../setup';
import type { Prompt } from '../results/next-action';
import { WhatToDo } from '../results/what-to-do';
import { CheckCircle, CrossCircle, InfoCircle } from '../shared/icons';
import { excessPermissions, RUNG_IDS, rungFinding, rungRemark, rungTitle } from './rungs';
import { firstBroken, type Ladder } from './use-ladder';

export interface LadderListProps extends StepProps {
	readonly ladder: Ladder;
	readonly signIn: (prompt: Prompt | null) => void;
	readonly tryAgain: () => void;
	/** Nobody asked for this round: it is drawn, and neither spoken nor focused. */
	readonly quiet?: boolean;
}

export function LadderList({ wizard, ladder, signIn, tryAgain, quiet = false }: LadderListProps) {
	const { announce, messageFor } = wizard;
	const list = useRef<HTMLOListElement>(null);
	const report = ladder.status === 'done' ? ladder.report : null;

	useEffect(() => {
		if (report === null || quiet) {
			return;
		}
		const broken = firstBroken(report);
		announce(summary(report, broken === null ? null : messageFor(broken.code ?? '', broken.params)));
		list.current?.querySelector<HTMLElement>('.is-failed .wkpbic-rung__title')?.focus();
	}, [report, announce, messageFor, quiet]);

	if (ladder.status === 'open' || ladder.status === 'failed') {
		return null;
	}
	const { results, shown } = 'report' in ladder ? { ...ladder.report, shown: ladder.shown } : { results: [], shown: 0 };
	const ids = results.length > 0 ? results.map(({ id }) => id) : RUNG_IDS;
	return (
		<ol className="wkpbic-ladder" ref={list} aria-label={__('Checks', 'wkpbic')} aria-busy={report === null}>
			{ids.map((id, index) => {
				const result = index < shown ? results[index] : undefined;
				return result ? (
					<Rung key={id} wizard={wizard} result={result} signIn={signIn} tryAgain={tryAgain} />
				) : (
					<li key={id} className="wkpbic-rung is-waiting">
						<span className="wkpbic-rung__mark">{index === shown ? <Spinner /> : null}</span>
						<span className="wkpbic-rung__title">{rungTitle(id)}</span>
					</li>
				);
			})}
		</ol>
	);
}

const ICONS = { passed: CheckCircle, failed: CrossCircle, unknown: InfoCircle, skipped: null } as const;

const stateWords = (): Readonly<Record<CheckResult['state'], string>> => ({
	passed: __('Passed:', 'wkpbic'),
	failed: __('Not passed:', 'wkpbic'),
	unknown: __('Not known:', 'wkpbic'),
	skipped: __('Not asked:', 'wkpbic'),
});

function Rung(props: Omit<LadderListProps, 'ladder'> & { readonly result: CheckResult }) {
	const { wizard, result, signIn, tryAgain } = props;
	const { state, code, params } = result;
	const isApp = wizard.setup.fields.sign_in_method.value === 'service_principal';
	const Icon = ICONS[state];
	const finding = rungFinding(result);
	const remark = rungRemark(result, isApp);
	const excess = excessPermissions(result);
	return (
		<li className={`wkpbic-rung is-${state}`}>
			<span className="wkpbic-rung__mark">{Icon ? <Icon /> : <span className="wkpbic-rung__dash" />}</span>
			<div className="wkpbic-rung__words">
				<p className="wkpbic-rung__title" tabIndex={-1}>
					<span className="screen-reader-text">{stateWords()[state]} </span>
					{rungTitle(result.id, state)}
				</p>
				{finding !== null && <p className="wkpbic-rung__remark">{finding}</p>}
				{state === 'failed' && code !== null && (
					<>
						<p>{wizard.messageFor(code, params)}</p>
						<WhatToDo wizard={wizard} code={code} signIn={signIn} tryAgain={tryAgain} />
					</>
				)}
				{remark !== null && <p className="wkpbic-rung__remark">{remark}</p>}
				{state === 'unknown' && code !== null && (
					<p className="wkpbic-rung__remark">{wizard.messageFor(code, params)}</p>
				)}
				{excess.length > 0 && (
					<p className="wkpbic-rung__remark">
						{sprintf(
							/* translators: %s: names of permissions, separated by commas. */
							__('More than needed is granted too: %s. You can take these away in Azure.', 'wkpbic'),
							excess.join(', '),
						)}
					</p>
				)}
			</div>
		</li>
	);
}

/** One sentence for all: how many passed, and what to do about the first that did not. */
function summary(report: TestReport, problem: string | null): string {
	const passed = report.results.filter(({ state }) => state === 'passed').length;
	const count = sprintf(
		/* translators: 1: number of checks that passed, 2: number of all checks. */
		_n('%1$d of %2$d check passed.', '%1$d of %2$d checks passed.', report.results.length, 'wkpbic'),
		passed,
		report.results.length,
	);
	return problem === null ? count : `${count} ${problem}`;
}
