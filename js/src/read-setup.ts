/** Readers for what PHP sends: the set-up state and the results of the checks. */
import { QUIZ_QUESTIONS, QUIZ_ROUTES, SCORECARD_CHECKS, SCORECARD_ITEMS } from './generated/contract';
import { flag, frozen, listOf, mapOf, nullable, number, oneOf, part, shape, text, textOrNumber, type Reader } from './reading';
import type { CheckOutcome } from './extend/registrations';
import type { Roles } from './rest/client';
import type {
	CheckResult,
	CodedProblem,
	Connection,
	ConnectionFailure,
	Evidence,
	Extensions,
	ExtensionValue,
	Fields,
	MicrosoftAnswer,
	PlainField,
	Progress,
	SecretExpiry,
	SecretField,
	Setup,
	SignInResult,
	SiteQuestion,
	TestReport,
	Workspace,
} from './setup';

const params = mapOf(textOrNumber);
const plainField = shape<PlainField>({ value: text, locked: flag });
const secretField = shape<SecretField>({ has_value: flag, stored_at: nullable(number), locked: flag });

const fields = shape<Fields>({
	client_id: plainField,
	tenant_id: plainField,
	client_secret: secretField,
	username: plainField,
	password: secretField,
	client_secret_expires_on: plainField,
	cloud: plainField,
	sign_in_method: plainField,
	reminder_email: plainField,
});

const connection = shape<Connection>({
	state: oneOf('not_connected', 'connected', 'sign_in_again', 'failing'),
	username: nullable(text),
	connected_at: nullable(number),
	access_token_expires_at: nullable(number),
	refresh_at: nullable(number),
	last_failure: nullable(
		shape<ConnectionFailure>({ code: text, params, at: number, retry_at: nullable(number) }),
	),
});

const microsoft = shape<MicrosoftAnswer>({
	error: nullable(text),
	error_description: nullable(text),
	error_codes: (value, path) => listOf(number)(value ?? [], path),
	trace_id: nullable(text),
	correlation_id: nullable(text),
	timestamp: nullable(text),
});

const signIn = shape<SignInResult>({
	outcome: oneOf('signed_in', 'failed', 'already_done'),
	code: text,
	params,
	at: number,
	microsoft: nullable(microsoft),
});

const evidence = shape<Evidence>({
	check: oneOf(...SCORECARD_CHECKS),
	passed: flag,
	at: number,
	code: text,
	params,
	item: nullable(oneOf(...SCORECARD_ITEMS)),
});

const progress = shape<Progress>({
	answers: part<Progress['answers']>({
		account: oneOf(...QUIZ_QUESTIONS.account),
		may_register_apps: oneOf(...QUIZ_QUESTIONS.may_register_apps),
		power_bi_opened: oneOf(...QUIZ_QUESTIONS.power_bi_opened),
		audience: oneOf(...QUIZ_QUESTIONS.audience),
		command_line: oneOf(...QUIZ_QUESTIONS.command_line),
	}),
	route: nullable(oneOf(...QUIZ_ROUTES)),
});

const extensionValue: Reader<ExtensionValue> = (value, path) =>
	typeof value === 'object' && value !== null && 'value' in value
		? shape<{ value: string }>({ value: text })(value, path)
		: shape<{ stored: boolean; stored_on: string | null }>({ stored: flag, stored_on: nullable(text) })(value, path);

const extensions: Reader<Extensions> = (value, path) =>
	shape<Extensions>({ fields: mapOf(extensionValue) })(value ?? { fields: {} }, path);

const setup: Reader<Setup> = shape<Setup>({
	contract_hash: text,
	fields,
	connection,
	sign_in: nullable(signIn),
	claims: mapOf(number),
	evidence: listOf(evidence),
	progress,
	expiry: nullable(
		shape<SecretExpiry>({ expires_on: text, days_left: number, stage: text, code: nullable(text), params }),
	),
	site: nullable(shape<SiteQuestion>({ code: text, params, choices: listOf(oneOf('moved', 'copy')) })),
	may_change_roles: flag,
	problems: listOf(shape<CodedProblem>({ code: text, params })),
	extensions,
});

export const readSetup: Reader<Setup> = frozen(setup);

const results = listOf(
	shape<CheckResult>({
		id: text,
		state: oneOf('passed', 'failed', 'unknown', 'skipped'),
		code: nullable(text),
		params,
		evidence: mapOf((value) => value),
		milliseconds: number,
	}),
);

/** What the checks before sign-in found. */
export const readPreflight = shape<Pick<TestReport, 'results'>>({ results });

export const readTest = shape<TestReport>({
	results,
	workspaces: nullable(
		listOf(
			shape<Workspace>({
				id: text,
				name: text,
				is_read_only: flag,
				is_on_dedicated_capacity: flag,
				role: nullable(text),
			}),
		),
	),
});

/** How a check of another plugin ended. */
export const readExtensionCheck: Reader<CheckOutcome> = (value, path) => {
	const { sentence, link, ...outcome } = shape<Told>({
		state: oneOf('passed', 'failed', 'unknown', 'skipped'),
		code: nullable(text),
		params,
		sentence: nullable(text),
		link: nullable(text),
	})(value, path);
	return { ...outcome, ...(sentence !== null && { sentence }), ...(link !== null && { link }) };
};

type Told = Pick<CheckOutcome, 'state' | 'code' | 'params'> & { readonly sentence: string | null; readonly link: string | null };

export const readRoles: Reader<Roles> = mapOf(
	shape<Roles[string]>({ name: text, fixed: flag, manage_settings: flag, view_logs: flag }),
);
