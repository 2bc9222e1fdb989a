export function pseudo(text: string): string;
export function pseudoArabic(text: string): string;
export const PSEUDO_LOCALES: Readonly<Record<'en_XA' | 'ar', { readonly write: (text: string) => string; readonly direction: 'ltr' | 'rtl' }>>;
