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

/** May consent for everybody in the company. */
export const MICROSOFT_ADMIN = { username: 'admin@contoso.example', password: 'Correct-Horse-9!' } as const;

/** May consent for themselves, and has no licence for Power BI. */
export const UNLICENSED = { username: 'unlicensed@contoso.example', password: 'Correct-Horse-10!' } as const;

/** Belongs to another directory. */
export const VISITOR = { username: 'visitor@fabrikam.example', password: 'Correct-Horse-6!' } as const;

/** A secret of the app that ended in January 2025. */
export const EXPIRED_SECRET = 'Ab37Q~oLdSeCrEtOfLaStYeAr0123456789abcde';

/** The workspace Sales. */
export const SALES = '71c9a2e4-8b05-4d6f-a3e1-5f2d8c90b746';
