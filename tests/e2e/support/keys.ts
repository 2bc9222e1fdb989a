/** The values of the stand-in's first tenant; the same ones that `make demo` prints. */
export const KEYS = {
	client_id: '3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846',
	tenant_id: '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9',
	client_secret: 'Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x',
	username: 'merchant@contoso.example',
} as const;

/** What people paste instead of the secret: its ID, which stands beside it in the portal. */
export const SECRET_ID = 'd0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b';

export const MERCHANT = { username: KEYS.username, password: 'Correct-Horse-7!' } as const;

/** A user who may not consent. */
export const CLERK = { username: 'clerk@contoso.example', password: 'Correct-Horse-8!' } as const;
