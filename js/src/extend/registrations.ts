/** What steps are made of: fields, checks and cards. Ours and those of other plugins have the same shapes. */
import type { ComponentType } from 'react';
import type { ExtensionRule, ScorecardItem } from '../core/door';
import type { MessageParams } from '../messages';
import type { Setup } from '../setup';
import type { Placed } from './in-order';
import type { Addition } from './joining';
import type { Said, Wizard } from './types';

export type FieldType = 'text' | 'secret' | 'guid' | 'url' | 'email' | 'date' | 'select' | 'toggle';

/** What the form around a field gives to the component that draws it. */
export interface FieldControl {
	/** For the input element: labels point at it, and focus is moved to it. */
	readonly inputId: string;
	/** For the input's `aria-describedby`: where the wizard puts what there is to say. */
	readonly saidId: string;
	/** A `toggle` is on with the text `1` and off with none. */
	readonly text: string;
	/** What there is to say beside the field now; null for nothing. */
	readonly said: Said | null;
	/** Set by a constant in wp-config.php: shown, not changeable. */
	readonly locked: boolean;
	/** While somebody types. */
	readonly change: (text: string) => void;
	/** When the field is left. */
	readonly leave: () => void;
}

export interface FieldProps {
	readonly wizard: Wizard;
	readonly field: Field;
	readonly control: FieldControl;
}

export interface FieldRegistration extends Placed {
	/** Lower-case words joined by `_` or `-`; plugins put their name and a slash in front. */
	readonly id: string;
	/** The id of the step that it belongs to. */
	readonly step: string;
	/** Functions, because translations are not there yet when a script runs. */
	readonly label: () => string;
	readonly help?: () => string;
	/** Where a person finds the value. */
	readonly where?: () => string;
	readonly type: FieldType;
	/** What a `select` offers. */
	readonly choices?: () => readonly { readonly value: string; readonly label: string }[];
	/** The core knows the kinds. An empty text is good unless `required` is among them. PHP brings those that follow from the type. */
	readonly rules?: readonly ExtensionRule[];
	/** Draws label and input; without one, the wizard draws an input for the type. The sentence beside it is the wizard's. */
	readonly component?: ComponentType<FieldProps>;
	readonly isShown?: (setup: Setup) => boolean;
}

/** What a script brings to a field that PHP has declared with `add_field`. */
export type FieldAddition = Addition<FieldRegistration, 'isShown'>;

export type Field = Readonly<Required<Omit<FieldRegistration, 'before' | 'after' | 'component'>>> & {
	readonly component: ComponentType<FieldProps> | null;
};

/** How a check ended. */
export interface CheckOutcome {
	/** `unknown`: asked and not told. `skipped`: not asked, because something before it failed or is missing. */
	readonly state: 'passed' | 'failed' | 'unknown' | 'skipped';
	/** The sentence for it; null when there is nothing to say. */
	readonly code: string | null;
	readonly params: MessageParams;
	/** In place of the sentence for the code, where a plugin brings its own. */
	readonly sentence?: string;
	/** An https or http address where more is said. */
	readonly link?: string;
}

/** The one thing that is done about a check that did not pass. */
export interface NextAction {
	readonly label: string;
	readonly act: () => void;
}

/** One run of all checks of a step. */
export interface CheckRound {
	/** Ends with the round; a check that goes on after that is not listened to. */
	readonly signal: AbortSignal;
	/** One call for several checks: the first to ask makes it, the others get the same promise. */
	readonly once: <T>(name: string, call: () => Promise<T>) => Promise<T>;
}

export interface CheckRegistration extends Placed {
	/** The id of the step that shows it. */
	readonly step: string;
	/** What is looked at, such as “Login host”. */
	readonly label: () => string;
	/** May reject; that counts as `unknown`. */
	readonly run: (wizard: Wizard, round: CheckRound) => Promise<CheckOutcome>;
	/** What a person can do about this outcome; null when there is nothing. */
	readonly nextAction?: (wizard: Wizard, outcome: CheckOutcome) => NextAction | null;
	readonly isShown?: (setup: Setup) => boolean;
}

export type Check = Readonly<Required<Omit<CheckRegistration, 'before' | 'after'>>>;

export interface CardProps {
	readonly wizard: Wizard;
	readonly card: Card;
}

/** A piece of guidance in a step, such as one thing to do in Microsoft's portal. */
export interface CardRegistration extends Placed {
	readonly step: string;
	readonly title: () => string;
	readonly component: ComponentType<CardProps>;
	/** The items of the scorecard that a tick on the card claims; without any the card has no tick. */
	readonly claims?: readonly ScorecardItem[];
	/** For whom the card is, where most people can leave it out. */
	readonly optional?: () => string;
	readonly isShown?: (setup: Setup) => boolean;
}

export type Card = Readonly<Required<Omit<CardRegistration, 'before' | 'after'>>>;
