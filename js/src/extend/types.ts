/** The shapes that steps are built from, our own four and those of other plugins alike. */
import type { ComponentType } from 'react';
import type { CoreState, KitState } from '../core/state';
import type { Verdict } from '../core/door';
import type { MessageText } from '../messages';
import type { RestClient } from '../rest/client';
import type { Setup } from '../setup';
import type { Added } from './declared';
import type { Placed } from './in-order';
import type { Addition } from './joining';
import type { Card, Check, Field } from './registrations';

/** A sentence beside a field or a check. */
export interface Said {
	readonly level: Verdict['level'];
	readonly sentence: string;
}

/** What a step can see and do. No secret and no token can be reached from here. */
export interface Wizard {
	/** The set-up as the server last told it. */
	readonly setup: Setup;
	/** Takes over the set-up that a REST call returned. */
	readonly replaceSetup: (setup: Setup) => void;
	readonly core: CoreState;
	/**
	 * Fetches what no step needs before somebody asks for it: scripts, the request to the administrator, the calendar, the
	 * rules of extensions' fields. Ask again and it is there at once, or, after a failure, tried again.
	 */
	readonly loadKit: () => Promise<KitState>;
	readonly rest: RestClient;
	readonly site: {
		/** Ends with a slash. */
		readonly admin_url: string;
		/** The shop's name as people read it. */
		readonly name: string;
		/** Only on a developer's machine. */
		readonly development_microsoft_url: string | null;
	};
	/** The sentence for a code. */
	readonly messageFor: MessageText;
	/** Shows another step; what is typed in this one stays. */
	readonly goTo: (stepId: string) => void;
	/** The address of a step, for links. */
	readonly hrefOf: (stepId: string) => string;
	/** Leaves for another site in the same tab. */
	readonly leaveFor: (address: string) => void;
	/** Speaks to screen readers, once. */
	readonly announce: (sentence: string, urgency?: 'polite' | 'assertive') => void;
	/** Tells whether a step holds typed values that are not saved yet; the browser asks before they are lost. */
	readonly setUnsaved: (stepId: string, unsaved: boolean) => void;
	readonly hasUnsaved: (stepId: string) => boolean;
	/** The fields, checks and cards that were registered for a step and are shown now, in their order. */
	readonly fieldsOf: (stepId: string) => readonly Field[];
	readonly checksOf: (stepId: string) => readonly Check[];
	readonly cardsOf: (stepId: string) => readonly Card[];
	/** What other plugins ask for or explain besides, as their PHP declares it. */
	readonly added: Added;
	/** The query part of the address with which the page was opened, such as `?page=…&step=3`. */
	readonly arrivedWith: string;
}

export interface StepProps {
	readonly wizard: Wizard;
}

export interface StepRegistration extends Placed {
	/** What `&step=` says in the address. Defaults to the id. */
	readonly address?: string;
	/** A function, because translations are not there yet when a script runs. */
	readonly title: () => string;
	/** Without one, the wizard draws the description and what belongs to the step: its fields with a button that saves them, cards and checks. */
	readonly component?: ComponentType<StepProps>;
	/** One or two sentences for a step that has no component. */
	readonly description?: () => string;
	/** Whether the step is finished; the overview shows a tick then. */
	readonly isDone?: (setup: Setup) => boolean;
	/** Whether the step is part of this set-up. */
	readonly isShown?: (setup: Setup) => boolean;
	/** What the component shows by itself; the wizard puts the rest below it. */
	readonly draws?: readonly ('fields' | 'checks' | 'cards')[];
}

/** What a script brings to a step that PHP has declared with `add_step`. */
export type StepAddition = Addition<StepRegistration, 'isDone' | 'isShown' | 'draws'>;

/** A registered step, with its defaults filled in. */
export type Step = Readonly<Required<Omit<StepRegistration, 'before' | 'after' | 'component'>>> & {
	readonly component: ComponentType<StepProps> | null;
};

type Kind = 'step' | 'field' | 'check' | 'card';

/**
 * `…_failed`: something of the registration threw later on, or gave something of another kind; what it would have said is
 * missing. `field_not_declared`: PHP keeps no value for it, so that the wizard does not draw it.
 */
export type RegistrationProblemCode =
	| `${Kind}_id_invalid`
	| `${Kind}_id_taken`
	| `${Kind}_incomplete`
	| `${Kind}_failed`
	| `${Kind}_neighbour_unknown`
	| `${Exclude<Kind, 'step'>}_step_unknown`
	| 'step_address_taken'
	| 'field_type_unknown'
	| 'field_not_declared'
	| 'hook_failed';

/** Why a registration was not taken. It never takes the wizard down. */
export interface RegistrationProblem {
	readonly code: RegistrationProblemCode;
	readonly id: string;
}
