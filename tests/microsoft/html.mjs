/**
 * Markup with strict escaping: every value put into a template is escaped unless it is markup itself.
 */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;', '`': '&#96;' };

export class Markup {
	/** @param {string} text */
	constructor( text ) {
		this.text = text;
	}

	toString() {
		return this.text;
	}
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function write( value ) {
	if ( value instanceof Markup ) {
		return value.text;
	}
	if ( Array.isArray( value ) ) {
		return value.map( write ).join( '' );
	}
	if ( value === null || value === undefined || value === false ) {
		return '';
	}
	return String( value ).replace( /[&<>"'`]/g, ( character ) => ENTITIES[ character ] );
}

/**
 * @param {TemplateStringsArray} parts
 * @param {...unknown} values
 * @returns {Markup}
 */
export function html( parts, ...values ) {
	return new Markup( parts.reduce( ( text, part, index ) => text + part + ( index < values.length ? write( values[ index ] ) : '' ), '' ) );
}
