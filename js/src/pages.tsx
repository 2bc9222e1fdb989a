/** Starts the pages beside the wizard: the connection and the log. */
import apiFetch from '@wordpress/api-fetch';
import { createRoot, StrictMode } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { createMessageText } from './messages';
import { ConnectionPage } from './pages/connection/connection-page';
import { LogPage } from './pages/log/log-page';
import { createLogClient } from './pages/log/log-client';
import { readPageBootstrap, type PageBootstrap } from './pages/page-bootstrap';
import { createRestClient } from './rest/client';
import './wizard/style/index.css';
import './wizard/style/pages.css';

const MOUNT_POINT = 'wkpbic-page';

function start(): void {
	const mountPoint = document.getElementById(MOUNT_POINT);
	if (!mountPoint) {
		return;
	}
	let page: ReactNode;
	try {
		page = pageOf(readPageBootstrap(window.wkpbicPage));
	} catch (failure) {
		mountPoint.textContent = __('The page is incomplete. Reload it; if that does not help, install the plugin again.', 'wkpbic');
		throw failure;
	}
	createRoot(mountPoint).render(<StrictMode>{page}</StrictMode>);
}

function pageOf(bootstrap: PageBootstrap): ReactNode {
	if (bootstrap.screen === 'log') {
		return (
			<LogPage
				adminUrl={bootstrap.site.admin_url}
				client={createLogClient(apiFetch, bootstrap.rest.namespace)}
				messageFor={createMessageText(bootstrap.messages)}
				events={bootstrap.events}
			/>
		);
	}
	return <ConnectionPage bootstrap={bootstrap} rest={createRestClient(apiFetch, bootstrap.rest.namespace)} />;
}

if (document.readyState === 'loading') {
	document.addEventListener('DOMContentLoaded', start, { once: true });
} else {
	start();
}
