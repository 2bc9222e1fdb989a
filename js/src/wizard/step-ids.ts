/** Names of our own four steps; their numbers in the address are part of the redirect URI and never change. */
export const BEFORE_YOU_START = 'before-you-start';
export const MICROSOFT_KEYS = 'microsoft-keys';
export const SIGN_IN = 'sign-in';
export const CHECK_AND_FINISH = 'check-and-finish';
