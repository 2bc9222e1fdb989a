/** The page around the steps: heading, overview of the steps, and the step that is shown. */
import { speak } from '@wordpress/a11y';
import { useCallback, useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Bootstrap } from '../bootstrap';
import { coreStateOf, type CoreState, type KitState } from '../core/state';
import type { LoadResult } from '../core/load';
import type { Step, Wizard, WizardRegistry } from '../extend';
import { createMessageText } from '../messages';
import type { RestClient } from '../rest/client';
import type { Setup } from '../setup';
import { arrivalQuery } from './arrival';
import { useFreshSetup } from './fresh-setup';
import { addressOf, useNavigation } from './navigation';
import { CoreNotice } from './shared/core-notice';
import { DescribedStep } from './described-step';
import { OtherParts, type OnBroken } from './other-parts';
import { RegistrationProblems } from './registration-problems';
import { Scorecard } from './scorecard/scorecard';
import { Boundary } from './shared/boundary';
import { SiteProblems } from './shared/site-problems';
import { Stepper } from './stepper';
import { useTrouble } from './trouble';
import { TroubleNotice } from './trouble-notice';
import { useTold } from './told';
import { useUnsaved } from './unsaved';
import { useParts } from './use-parts';

const OWN_STEPS = 4;

export interface WizardPageProps {
	readonly bootstrap: Bootstrap;
	readonly registry: WizardRegistry;
	readonly rest: RestClient;
	readonly loading: Promise<LoadResult>;
	readonly loadKit: () => Promise<KitState>;
	readonly leaveFor?: (address: string) => void;
}

export function WizardPage({ bootstrap, registry, rest: client, loading, loadKit, leaveFor = assign }: WizardPageProps) {
	const [setup, setSetup] = useState(bootstrap.setup);
	const { kind: trouble, rest } = useTrouble(client);
	const readAgain = useCallback(async () => setSetup(await rest.readSetup()), [rest]);
	const { changedHere } = useFreshSetup(readAgain);
	const replaceSetup = useCallback(
		(next: Setup) => {
			setSetup(next);
			changedHere();
		},
		[changedHere],
	);
	const { steps, fieldsOf, checksOf, cardsOf } = useParts(registry, setup);
	const { current, moved, goTo } = useNavigation(steps, bootstrap.step);
	const core = useCore(loading);
	const unsaved = useUnsaved();
	const [arrivedWith] = useState(arrivalQuery);
	const added = bootstrap.extensions;
	const onBroken = useCallback<OnBroken>((kind, id) => registry[`${kind}s`].report(`${kind}_failed`, id), [registry]);
	useTold(registry, setup, current);
	const messageFor = useMemo(() => createMessageText(bootstrap.messages), [bootstrap]);
	const hrefOf = useCallback(
		(id: string) => {
			const step = steps.find((candidate) => candidate.id === id);
			return step ? addressOf(step) : '#';
		},
		[steps],
	);

	const { has: hasUnsaved, set: setUnsaved } = unsaved;
	const wizard = useMemo<Wizard>(
		() => Object.freeze({
			setup,
			replaceSetup,
			core,
			loadKit,
			rest,
			site: {
				...bootstrap.site,
				development_microsoft_url: bootstrap.development_microsoft_url,
			},
			messageFor,
			goTo,
			hrefOf,
			leaveFor,
			announce: speak,
			setUnsaved,
			hasUnsaved,
			fieldsOf,
			checksOf,
			cardsOf,
			added,
			arrivedWith,
		}),
		[
			setup,
			replaceSetup,
			core,
			loadKit,
			rest,
			bootstrap,
			messageFor,
			goTo,
			hrefOf,
			leaveFor,
			setUnsaved,
			hasUnsaved,
			fieldsOf,
			checksOf,
			cardsOf,
			added,
			arrivedWith,
		],
	);

	const visited = useVisited(current);

	return (
		<div className="wkpbic">
			<header className="wkpbic-header">
				<h1 className="wkpbic-header__title">{__('Connect your shop to Power BI', 'wkpbic')}</h1>
				<p className="wkpbic-header__lead">
					{steps.length === OWN_STEPS
						? __('Four steps, about ten minutes. You can stop at any time and go on later.', 'wkpbic')
						: __('You can stop at any time and go on later.', 'wkpbic')}
				</p>
			</header>
			<Stepper steps={steps} current={current} setup={setup} goTo={goTo} />
			<CoreNotice core={core} messageFor={messageFor} />
			<SiteProblems wizard={wizard} />
			<div className="wkpbic-layout">
				<main className="wkpbic-layout__main">
					{/* Visited steps stay in the page, hidden, so that what was typed in them is still there. */}
					{steps.map((step) =>
						visited.has(step.id) ? (
							<StepPanel
								key={step.id}
								step={step}
								steps={steps}
								shown={step === current}
								takeFocus={moved}
								wizard={wizard}
								onBroken={onBroken}
							/>
						) : null,
					)}
				</main>
				<Scorecard wizard={wizard} />
			</div>
			<RegistrationProblems registry={registry} setup={setup} declared={added.problems} messageFor={messageFor} />
			<TroubleNotice
				kind={trouble}
				adminUrl={bootstrap.site.admin_url}
				tryAgain={() => void readAgain().catch(() => undefined)}
			/>
		</div>
	);
}

function StepPanel(props: {
	readonly step: Step;
	readonly steps: readonly Step[];
	readonly shown: boolean;
	readonly takeFocus: boolean;
	readonly wizard: Wizard;
	readonly onBroken: OnBroken;
}) {
	const { step, steps, shown, takeFocus, wizard, onBroken } = props;
	const heading = useRef<HTMLHeadingElement>(null);
	const headingId = `wkpbic-step-${step.address}`;
	const Content = step.component;

	useEffect(() => {
		if (shown && takeFocus) {
			window.scrollTo({ top: 0 });
			heading.current?.focus({ preventScroll: true });
		}
	}, [shown, takeFocus]);

	return (
		<section className="wkpbic-step" aria-labelledby={headingId} hidden={!shown}>
			<p className="wkpbic-step__count">
				{sprintf(
					/* translators: 1: number of the step, 2: how many steps there are. */
					__('Step %1$d of %2$d', 'wkpbic'),
					steps.indexOf(step) + 1,
					steps.length,
				)}
			</p>
			<h2 className="wkpbic-step__title" id={headingId} ref={heading} tabIndex={-1}>
				{step.title()}
			</h2>
			{Content ? (
				<>
					<Boundary id={step.id} onBroken={(id) => onBroken('step', id)}>
						<Content wizard={wizard} />
					</Boundary>
					<OtherParts wizard={wizard} step={step} onBroken={onBroken} />
				</>
			) : (
				<DescribedStep wizard={wizard} step={step} steps={steps} onBroken={onBroken} />
			)}
		</section>
	);
}

function useCore(loading: Promise<LoadResult>): CoreState {
	const [core, setCore] = useState<CoreState>({ status: 'loading' });
	useEffect(() => {
		let wanted = true;
		void loading.then((result) => {
			if (wanted) {
				setCore(coreStateOf(result));
			}
		});
		return () => {
			wanted = false;
		};
	}, [loading]);
	return core;
}

function useVisited(current: Step | undefined): ReadonlySet<string> {
	const [visited, setVisited] = useState<ReadonlySet<string>>(() => new Set(current ? [current.id] : []));
	if (current && !visited.has(current.id)) {
		const more = new Set([...visited, current.id]);
		setVisited(more);
		return more;
	}
	return visited;
}

function assign(address: string): void {
	window.location.assign(address);
}
