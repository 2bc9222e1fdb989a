/** What other plugins know about an error. It stands beneath the core's own words, which it never replaces or hides. */
import type { Actor, Diagnosis } from '../core/door';
import type { DeclaredDiagnosis } from './declared';
import { filtered } from './hooks';

/** The error as the core or the server has read it. */
export interface DiagnosedError {
	readonly code: string;
	/** Numbers as in AADSTS50105, the first of them being the cause. */
	readonly aadsts: readonly number[];
	/** Microsoft's own name for it. */
	readonly error: string | null;
}

/** Another plugin's words about an error. */
export interface AddedDiagnosis {
	/** Under which the plugin has declared it. */
	readonly id: string;
	readonly sentence: string;
	readonly actor: Actor;
	readonly wait: 'none' | 'minutes' | 'hours';
	/** An https or http address; null for none. */
	readonly link: string | null;
}

const ACTORS: ReadonlySet<unknown> = new Set<Actor>(['you', 'entra_admin', 'power_bi_admin', 'host', 'nobody']);
const WAITS: ReadonlySet<unknown> = new Set<AddedDiagnosis['wait']>(['none', 'minutes', 'hours']);

export function errorOf({ code, aadsts, also, error }: Diagnosis): DiagnosedError {
	return { code, aadsts: [...new Set(aadsts === null ? also : [aadsts, ...also])], error };
}

/** Codes that only say that the core does not know the error. */
const UNKNOWN: ReadonlySet<string> = new Set(['microsoft_unknown', 'power_bi_unknown', 'nothing_recognised']);

/** Whether another plugin's words are all there is to say. */
export const isUnknown = (code: string): boolean => UNKNOWN.has(code);

/** What was declared for this error, and what scripts add. `text` is what a person has pasted, if that is where it comes from. */
export function addedDiagnoses(error: DiagnosedError, declared: readonly DeclaredDiagnosis[], text = ''): readonly AddedDiagnosis[] {
	const found = declared
		.filter(({ aadsts, power_bi }) => aadsts.some((number) => error.aadsts.includes(number)) || power_bi.some((name) => isNamed(name, error, text)))
		.map(({ id, sentence, actor, wait, link }) => ({ id, sentence, actor, wait, link }));
	const answer = filtered(found, Object.freeze({ ...error, aadsts: Object.freeze([...error.aadsts]) }));
	return (Array.isArray(answer) ? answer : found).flatMap(readAdded);
}

function isNamed(name: string, error: DiagnosedError, text: string): boolean {
	return name !== '' && (error.error === name || text.split(/\W+/).includes(name));
}

function readAdded(value: unknown): AddedDiagnosis[] {
	if (typeof value !== 'object' || value === null) {
		return [];
	}
	const { id, sentence, actor, wait, link } = value as Readonly<Record<keyof AddedDiagnosis, unknown>>;
	if (typeof sentence !== 'string' || sentence === '') {
		return [];
	}
	return [
		{
			id: typeof id === 'string' ? id : '',
			sentence,
			actor: ACTORS.has(actor) ? (actor as Actor) : 'you',
			wait: WAITS.has(wait) ? (wait as AddedDiagnosis['wait']) : 'none',
			link: webAddress(link),
		},
	];
}

/** The address, where it is one that a link may lead to. */
export function webAddress(link: unknown): string | null {
	if (typeof link !== 'string' || !URL.canParse(link)) {
		return null;
	}
	const { protocol, href } = new URL(link);
	return protocol === 'https:' || protocol === 'http:' ? href : null;
}
