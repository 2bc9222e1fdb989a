/**
 * The small part of OData's $filter that Microsoft's examples for workspaces use: eq and contains(), joined by or/and.
 */

const TEXT = '\'((?:[^\']|\'\')*)\'';
const TERM = new RegExp( `^\\s*(?:(\\w+)\\s+eq\\s+(?:${ TEXT }|(true|false))|contains\\(\\s*(\\w+)\\s*,\\s*${ TEXT }\\s*\\))`, 'i' );

/**
 * @param {string|null} text
 * @returns {((row: object) => boolean)|null} null if it is not understood
 */
export function compileFilter( text ) {
	if ( text === null || text.trim() === '' ) {
		return () => true;
	}
	/** @type {((row: object) => boolean)[][]} any group whose terms all hold */
	const groups = [ [] ];
	let rest = text;
	for ( ;; ) {
		const term = TERM.exec( rest );
		if ( ! term ) {
			return null;
		}
		const [ whole, name, equal, flag, within, part ] = term;
		const plain = ( quoted ) => quoted.replaceAll( '\'\'', '\'' );
		groups.at( -1 ).push( within !== undefined
			? ( row ) => String( row[ within ] ?? '' ).toLowerCase().includes( plain( part ).toLowerCase() )
			: ( row ) => String( row[ name ] ) === ( flag ?? plain( equal ) ) );
		rest = rest.slice( whole.length );
		if ( rest.trim() === '' ) {
			return ( row ) => groups.some( ( terms ) => terms.every( ( holds ) => holds( row ) ) );
		}
		const joint = /^\s+(and|or)\s/i.exec( rest );
		if ( ! joint ) {
			return null;
		}
		if ( joint[ 1 ].toLowerCase() === 'or' ) {
			groups.push( [] );
		}
		rest = rest.slice( joint[ 0 ].length );
	}
}
