/** One sentence about what stands between this page and the site, and the way on, in sight wherever the page is scrolled to. What is typed stays. */
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { TroubleKind } from './trouble';

export function TroubleNotice(props: {
	readonly kind: TroubleKind | null;
	readonly adminUrl: string;
	readonly tryAgain: () => void;
}) {
	const { kind, adminUrl, tryAgain } = props;
	if (kind === null) {
		return null;
	}
	const sentence = sentenceOf(kind);
	return (
		<Notice status="warning" isDismissible={false} className="wkpbic-notice wkpbic-trouble" spokenMessage={sentence}>
			<p>{sentence}</p>
			<div className="wkpbic-notice__actions">
				{kind === 'session' && (
					<a href={adminUrl} target="_blank" rel="noopener">
						{__('Log in', 'wkpbic')}
						<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
					</a>
				)}
				{(kind === 'blocked' || kind === 'server') && (
					<a href={`${adminUrl}site-health.php`} target="_blank" rel="noopener">
						{__('Open Site Health', 'wkpbic')}
						<span className="screen-reader-text"> {__('(opens in a new tab)', 'wkpbic')}</span>
					</a>
				)}
				<Button variant="secondary" size="compact" onClick={tryAgain}>
					{__('Try again', 'wkpbic')}
				</Button>
			</div>
		</Notice>
	);
}

function sentenceOf(kind: TroubleKind): string {
	switch (kind) {
		case 'offline':
			return __('Your site does not answer. Check your internet connection; this page goes on by itself once the site is back. What you typed stays here.', 'wkpbic');
		case 'session':
			return __('WordPress no longer knows you: you have been logged out, or your rights have changed. Log in in the new tab, then come back to this one. What you typed stays here.', 'wkpbic');
		case 'blocked':
			return __('Something between this page and WordPress changes its answers: often a security plugin, a firewall or a cache. Allow the address wp-json/wkpbic for logged-in users, then try again. What you typed stays here.', 'wkpbic');
		case 'server':
			return __('WordPress stopped with an internal error. Nothing that was stored is lost. Your host’s error log names the cause; often another plugin is to blame. Try again, and ask your host if it stays.', 'wkpbic');
	}
}
