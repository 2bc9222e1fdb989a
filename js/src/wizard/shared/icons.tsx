/** Our own small drawings. They always stand beside words, so screen readers pass them over. */
import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
	return (
		<svg
			className="wkpbic-icon"
			viewBox="0 0 20 20"
			width="20"
			height="20"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.75"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			{children}
		</svg>
	);
}

export const CheckMark = () => (
	<Icon>
		<path d="M4.5 10.5l3.6 3.6 7.4-8" />
	</Icon>
);

export const CheckCircle = () => (
	<Icon>
		<circle cx="10" cy="10" r="7.5" />
		<path d="M6.6 10.3l2.4 2.4 4.4-4.9" />
	</Icon>
);

export const CrossCircle = () => (
	<Icon>
		<circle cx="10" cy="10" r="7.5" />
		<path d="M7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2" />
	</Icon>
);

export const Triangle = () => (
	<Icon>
		<path d="M10 3.2l7.3 12.9H2.7zM10 8v3.6M10 13.9v.1" />
	</Icon>
);

export const InfoCircle = () => (
	<Icon>
		<circle cx="10" cy="10" r="7.5" />
		<path d="M10 9.2v4.3M10 6.6v.1" />
	</Icon>
);

export const Lock = () => (
	<Icon>
		<rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
		<path d="M7 9V6.8a3 3 0 016 0V9" />
	</Icon>
);
