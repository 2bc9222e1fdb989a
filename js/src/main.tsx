/** Starts the wizard on its page. Other plugins' scripts run between this one and the first drawing, and may register. */
import apiFetch from '@wordpress/api-fetch';
import { createRoot, StrictMode } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { readBootstrap } from './bootstrap';
import { loadCore } from './core/load';
import { createKitLoader } from './core/load-kit';
import { openServices, registry } from './extend';
import { registerDeclared } from './extend/declared';
import { createServices } from './extend/services';
import * as publicSurface from './index';
import { createMessageText } from './messages';
import { createRestClient } from './rest/client';
import { registerOwnSteps } from './wizard/own-steps';
import { WizardPage } from './wizard/wizard-page';
import './wizard/style/index.css';

declare global {
	interface Window {
		wkpbic?: typeof publicSurface;
	}
}

const MOUNT_POINT = 'wkpbic-setup-wizard';

function start(): void {
	const mountPoint = document.getElementById(MOUNT_POINT);
	if (!mountPoint) {
		return;
	}
	let bootstrap;
	try {
		bootstrap = readBootstrap(window.wkpbicBootstrap);
	} catch (failure) {
		mountPoint.textContent = __('The page is incomplete. Reload it; if that does not help, install the plugin again.', 'wkpbic');
		throw failure;
	}
	// Begun before anything is drawn, so that the core is there when the first key is pressed.
	const loading = loadCore({ ...bootstrap.core, contract_hash: bootstrap.contract_hash });
	const loadKit = createKitLoader({ ...bootstrap.kit, contract_hash: bootstrap.contract_hash });
	const rest = createRestClient(apiFetch, bootstrap.rest.namespace);
	registerDeclared(registry, bootstrap.extensions);
	openServices(
		createServices({ registry, loading, loadKit, messageFor: createMessageText(bootstrap.messages), diagnoses: bootstrap.extensions.diagnoses }),
	);
	const page = <WizardPage bootstrap={bootstrap} registry={registry} rest={rest} loading={loading} loadKit={loadKit} />;

	const draw = (): void => createRoot(mountPoint).render(<StrictMode>{page}</StrictMode>);
	if (document.readyState === 'loading') {
		document.addEventListener('DOMContentLoaded', draw, { once: true });
	} else {
		draw();
	}
}

window.wkpbic = publicSurface;
registerOwnSteps(registry);
start();
