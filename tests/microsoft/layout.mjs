/**
 * The frame of every page: a calm card, no outside resources, and a line that says what this really is.
 */
import { html, Markup } from './html.mjs';

const STYLE = new Markup( `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; font: 15px/1.45 "Segoe UI", system-ui, sans-serif; color: #1b1b1b; background: #eef2f7; }
.ribbon { margin: 0; padding: .5rem 1rem; background: #3b2a00; color: #ffe9b0; text-align: center; font-size: .85rem; }
main { width: min(30rem, calc(100vw - 2rem)); margin: 3rem auto; padding: 2.5rem 2.75rem; background: #fff; box-shadow: 0 2px 8px rgba(0,0,0,.18); border-radius: 2px; }
main.wide { width: min(80rem, calc(100vw - 2rem)); margin: 2rem auto; }
.brand { margin: 0 0 1rem; color: #5e5e5e; font-weight: 600; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; font-weight: 600; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
label { display: block; margin: 1rem 0 .25rem; font-size: .9rem; }
input[type=text], input[type=email], input[type=password] { width: 100%; padding: .5rem .25rem; border: 0; border-bottom: 1px solid #666; font: inherit; background: #fff; }
input:focus-visible, button:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid #0f548c; outline-offset: 2px; }
.check { display: flex; gap: .6rem; align-items: flex-start; margin: 1.25rem 0 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; justify-content: flex-end; margin-top: 1.75rem; }
button { min-width: 6.75rem; padding: .5rem .75rem; border: 1px solid transparent; font: inherit; cursor: pointer; background: #d9d9d9; color: #1b1b1b; }
button.primary { background: #0f6cbd; color: #fff; }
button.tile { display: block; width: 100%; margin: 0 0 .5rem; padding: .75rem; text-align: left; background: #f5f5f5; }
button.small { min-width: 0; padding: .25rem .6rem; font-size: .85rem; }
.error { margin: 0 0 1rem; padding: .6rem .75rem; border-left: 4px solid #b10e1c; background: #fdf3f4; color: #7a0812; overflow-wrap: anywhere; }
.quiet { color: #5e5e5e; font-size: .85rem; overflow-wrap: anywhere; }
.marks { font-size: .85rem; overflow-wrap: anywhere; } .message { white-space: pre-line; }
ul.plain { list-style: none; margin: 1rem 0; padding: 0; } ul.plain li { padding: .4rem 0; border-bottom: 1px solid #e5e5e5; }
ul.plain code { color: #5e5e5e; font-size: .8rem; display: block; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; } th, td { padding: .4rem .9rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e5e5e5; } th { white-space: nowrap; } td code { white-space: nowrap; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; } .facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 0; font-size: .85rem; } .facts dt { color: #5e5e5e; } .facts dd { margin: 0; overflow-wrap: anywhere; }
code { font-family: ui-monospace, Consolas, monospace; font-size: .9em; }
a { color: #0f548c; } p { margin: .6rem 0; }
.tools { min-width: 20rem; }
form.inline { display: inline-block; margin: 0 .25rem .25rem 0; }
` );

/**
 * @param {string} title
 * @param {import('./html.mjs').Markup} content
 * @param {{wide?: boolean}} [options]
 * @returns {import('./html.mjs').Markup}
 */
export function layout( title, content, { wide = false } = {} ) {
	return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${ title }</title>
<link rel="icon" href="data:,">
<style>${ STYLE }</style>
</head>
<body>
<header class="ribbon">Stand-in for Microsoft — test only. Never type a real password here.</header>
<main${ wide ? new Markup( ' class="wide"' ) : '' }>
${ content }
</main>
</body>
</html>
`;
}
