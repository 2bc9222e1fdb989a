/** Draws the field of the warehouse code: capital letters as one types, and the country that they stand for. */
( function ( wkpbic, wp ) {
	'use strict';

	const { createElement } = wp.element;
	const { __ } = wp.i18n;
	const countries = new Intl.DisplayNames( document.documentElement.lang || 'en', { type: 'region', fallback: 'none' } );

	function countryOf( code ) {
		return /^[A-Z]{2}-/.test( code ) ? countries.of( code.slice( 0, 2 ) ) ?? '' : '';
	}

	function WarehouseCode( { field, control } ) {
		return createElement(
			'div',
			{ className: 'extra-step-warehouse-code' },
			createElement( 'label', { htmlFor: control.inputId }, field.label() ),
			createElement( 'p', { id: control.inputId + '-help' }, field.help() ),
			createElement( 'input', {
				id: control.inputId,
				type: 'text',
				value: control.text,
				readOnly: control.locked,
				autoComplete: 'off',
				'aria-describedby': control.inputId + '-help ' + control.saidId,
				'aria-invalid': control.said?.level === 'error',
				onChange: ( event ) => control.change( event.target.value.toUpperCase() ),
				onBlur: control.leave,
			} ),
			createElement( 'output', { htmlFor: control.inputId, 'aria-label': __( 'Country', 'extra-step' ) }, countryOf( control.text ) )
		);
	}

	wkpbic.registerField( { id: 'extra-step/warehouse_code', component: WarehouseCode } );
} )( window.wkpbic, window.wp );
