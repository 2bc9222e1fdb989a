/**
 * The pieces that our drawings of Microsoft's pages are made of. Nothing in them is a picture of Microsoft's: boxes,
 * lines and translated labels, in the colours of the admin page. What is to be clicked has a ring and the number of the
 * sentence that says so.
 *
 * Lengths are units of the drawing, which is {@link WIDTH} wide. From right to left the style sheet mirrors the whole
 * scene and turns each text back.
 */
import type { ReactNode } from 'react';

export const WIDTH = 440;
/** What one character is wide on average in a wide sans-serif font, in its own size. */
const CHARACTER_WIDTH = { plain: 0.58, bold: 0.66 } as const;
const SMALLEST_TEXT = 7;

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A drawing with its text alternative. */
export function Drawing(props: { readonly height: number; readonly description: string; readonly children: ReactNode }) {
	const { height, description, children } = props;
	return (
		<svg className="wkpbic-drawing" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={description}>
			<g className="wkpbic-drawing__scene">
				<rect className="wkpbic-drawing__page" x="1" y="1" width={WIDTH - 2} height={height - 2} rx="8" />
				{children}
			</g>
		</svg>
	);
}

/** The bar at the top of a portal's page, with the portal's name, and the page's title below it. */
export function PageTop({ portal, title }: { readonly portal: string; readonly title: string }) {
	return (
		<>
			<path className="wkpbic-drawing__bar" d={`M1 27V9a8 8 0 018-8h${WIDTH - 18}a8 8 0 018 8v18z`} />
			<Words x={14} y={19} size={11} room={180} look="on-bar">
				{portal}
			</Words>
			<circle className="wkpbic-drawing__face" cx={WIDTH - 20} cy="14" r="7" />
			<Words x={14} y={50} size={15} room={WIDTH - 28} look="strong">
				{title}
			</Words>
		</>
	);
}

/** A text in one line. It gets smaller where a language needs more room than there is. */
export function Words(props: {
	readonly x: number;
	readonly y: number;
	readonly size?: number;
	/** How much room the text has. */
	readonly room: number;
	readonly look?: 'strong' | 'soft' | 'on-bar' | 'on-button' | 'code';
	/** Ends at `x` instead of beginning there, or is centred on it. */
	readonly anchor?: 'middle' | 'end';
	readonly children: string;
}) {
	const { x, y, size = 11.5, room, look, anchor, children } = props;
	const width = CHARACTER_WIDTH[look === undefined || look === 'soft' || look === 'code' ? 'plain' : 'bold'];
	const fitting = Math.min(size, room / (width * Math.max(1, [...children].length)));
	return (
		<text
			className={`wkpbic-drawing__text${look ? ` is-${look}` : ''}`}
			x={x}
			y={y}
			fontSize={Math.max(SMALLEST_TEXT, Math.round(fitting * 10) / 10)}
			{...(anchor && { textAnchor: anchor })}
		>
			{children}
		</text>
	);
}

/** The menu of an app, with the place that is open. */
export function Menu(props: { readonly items: readonly string[]; readonly open: number; readonly top?: number }) {
	const { items, open, top = 64 } = props;
	return (
		<>
			{items.map((item, index) => (
				<g key={item}>
					{index === open && <rect className="wkpbic-drawing__open" x="8" y={top + index * 26} width="134" height="22" rx="3" />}
					<Words x={16} y={top + 15 + index * 26} room={122} {...(index === open && { look: 'strong' as const })}>
						{item}
					</Words>
				</g>
			))}
			<path className="wkpbic-drawing__line" d={`M150 ${top - 2}v${items.length * 26 + 4}`} />
		</>
	);
}

/** An input with what stands in it. */
export function Input(props: Box & { readonly text: string; readonly look?: 'soft' | 'code' }) {
	const { x, y, width, height, text, look } = props;
	return (
		<>
			<rect className="wkpbic-drawing__input" x={x} y={y} width={width} height={height} rx="2" />
			<Words x={x + 8} y={y + height / 2 + 4} room={width - 16} {...(look && { look })}>
				{text}
			</Words>
		</>
	);
}

/** A list to choose from, closed. */
export function Choice(props: Box & { readonly text: string }) {
	const { x, y, width, height } = props;
	return (
		<>
			<Input {...props} width={width} text={props.text} />
			<path className="wkpbic-drawing__stroke" d={`M${x + width - 18} ${y + height / 2 - 2}l5 5 5-5`} />
		</>
	);
}

export function PushButton(props: Box & { readonly text: string; readonly main?: boolean }) {
	const { x, y, width, height, text, main = false } = props;
	return (
		<>
			<rect className={main ? 'wkpbic-drawing__main' : 'wkpbic-drawing__input'} x={x} y={y} width={width} height={height} rx="3" />
			<Words x={x + width / 2} y={y + height / 2 + 4} room={width - 12} anchor="middle" {...(main && { look: 'on-button' as const })}>
				{text}
			</Words>
		</>
	);
}

/** A box to tick, with its label. */
export function Tick(props: { readonly x: number; readonly y: number; readonly room: number; readonly ticked: boolean; readonly text: string }) {
	const { x, y, room, ticked, text } = props;
	return (
		<>
			<rect className={ticked ? 'wkpbic-drawing__main' : 'wkpbic-drawing__input'} x={x} y={y} width="13" height="13" rx="2" />
			{ticked && <path className="wkpbic-drawing__tick" d={`M${x + 3} ${y + 6.5}l3 3 4.5-5.5`} />}
			<Words x={x + 20} y={y + 10.5} room={room} look="code">
				{text}
			</Words>
		</>
	);
}

/** The ring around what is to be clicked, and the number of the sentence about it. */
export function Mark(props: Box & { readonly number: number }) {
	const { x, y, width, height, number } = props;
	return (
		<g className="wkpbic-drawing__mark">
			<rect x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx="6" />
			<circle cx={x + width + 4} cy={y - 4} r="9.5" />
			<text x={x + width + 4} y={y} fontSize="12" textAnchor="middle">
				{number}
			</text>
		</g>
	);
}

/** What must not be taken: struck through. */
export function Struck({ x, y, width }: { readonly x: number; readonly y: number; readonly width: number }) {
	return <path className="wkpbic-drawing__struck" d={`M${x} ${y}h${width}`} />;
}
