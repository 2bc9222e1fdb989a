/** Small signs of step 2. Words stand beside them, so screen readers pass them over. */

export const NewTab = () => (
	<svg className="wkpbic-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
		<path d="M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3L7.5 8.5" />
	</svg>
);

export const Copies = () => (
	<svg className="wkpbic-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
		<path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />
	</svg>
);

export const Chevron = () => (
	<svg className="wkpbic-glyph wkpbic-glyph--chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
		<path d="M4 6l4 4 4-4" />
	</svg>
);
