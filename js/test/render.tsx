import { render, type RenderResult } from '@testing-library/react';
import type { LoadResult } from '../src/core/load';
import type { KitState } from '../src/core/state';
import type { WizardRegistry } from '../src/extend';
import type { RestClient } from '../src/rest/client';
import type { Setup } from '../src/setup';
import { WizardPage } from '../src/wizard/wizard-page';
import { bootstrapWith, fakeCore, fakeRest, loaded, noKit, ownRegistry, setupWith } from './fakes';

export interface Situation {
	readonly step?: number;
	readonly setup?: Setup;
	readonly rest?: RestClient;
	readonly loading?: Promise<LoadResult>;
	readonly loadKit?: () => Promise<KitState>;
	readonly registry?: WizardRegistry;
	readonly leaveFor?: (address: string) => void;
}

/** The whole page on a step, as if its address had been opened. */
export function openWizard(situation: Situation = {}): RenderResult {
	const { step = 1, setup = setupWith(), registry = ownRegistry(), leaveFor = () => undefined } = situation;
	window.history.replaceState(null, '', `/wp-admin/admin.php?page=wkpbic-setup-wizard&step=${step}`);
	return render(
		<WizardPage
			bootstrap={bootstrapWith(step, setup)}
			registry={registry}
			rest={situation.rest ?? fakeRest()}
			loading={situation.loading ?? loaded(fakeCore())}
			loadKit={situation.loadKit ?? noKit}
			leaveFor={leaveFor}
		/>,
	);
}
