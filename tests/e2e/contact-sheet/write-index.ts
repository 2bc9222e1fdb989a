/** One page with every picture, the two widths of a screen side by side. */
import { readdirSync, writeFileSync } from 'node:fs';
import { FOLDER, WIDTHS } from './picture.ts';

export default function writeIndex(): void {
	const names = new Set(readdirSync(FOLDER).flatMap((file) => /^(.+)@\d+\.png$/.exec(file)?.[1] ?? []));
	const rows = [...names].sort().map(
		(name) => `<h2>${name}</h2><div>${WIDTHS.map((width) => `<a href="${name}@${width}.png"><img loading="lazy" src="${name}@${width}.png" alt="${name}, ${width} pixels wide"></a>`).join('')}</div>`,
	);
	writeFileSync(
		`${FOLDER}/index.html`,
		`<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px system-ui;margin:2em;background:#ddd}div{display:flex;gap:1em;align-items:start}img{max-height:900px;max-width:70vw;border:1px solid #888;background:#fff}</style>
<h1>Contact sheet</h1>${rows.join('\n')}`,
	);
}
