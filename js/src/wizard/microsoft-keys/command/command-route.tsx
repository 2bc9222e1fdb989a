/** One command: a script for Azure Cloud Shell that registers the app, and the box that takes what it prints. */
import { Button, Notice, Spinner, TabPanel } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { SetupScript, SetupScriptKind } from '../../../core/door';
import type { Kit } from '../../../core/load-kit';
import type { StepProps, Wizard } from '../../../extend';
import { failureText } from '../../shared/failure-text';
import { ownRedirectUri } from '../../redirect-uri';
import { useTypedKeys } from '../keys-context';
import { NewTabLink } from '../new-tab-link';
import { usePortalLink } from '../use-portal-link';
import { FIRST_OPTIONS, ScriptOptions, type Options } from './script-options';
import { ScriptView } from './script-view';
import { useKit } from './use-kit';

export function CommandRoute({ wizard }: StepProps) {
	const { kit, again } = useKit(wizard);
	const shell = usePortalLink(wizard.core, 'cloud_shell');
	return (
		<div className="wkpbic-command">
			<p className="wkpbic-note">
				{__(
					'Azure Cloud Shell is a command line inside of Microsoft’s portal, in which you are signed in already. You paste one command there, it registers your shop, and prints a block that you paste here.',
					'wkpbic',
				)}
			</p>
			<ol className="wkpbic-portal">
				<li>
					<p>{__('Choose what the command shall do. Most people leave it as it is.', 'wkpbic')}</p>
					{kit === null && <Spinner />}
					{kit?.status === 'unavailable' && (
						<Notice status="error" isDismissible={false} className="wkpbic-notice" spokenMessage={wizard.messageFor(kit.code, kit.params)}>
							<p>{wizard.messageFor(kit.code, kit.params)}</p>
							<Button variant="secondary" size="compact" onClick={again}>
								{__('Try again', 'wkpbic')}
							</Button>
						</Notice>
					)}
					{kit?.status === 'ready' && <Command wizard={wizard} kit={kit.api} />}
				</li>
				<li>
					<p>
						{__('Open Azure Cloud Shell, choose the same kind of shell, paste the command and press Enter.', 'wkpbic')}{' '}
						{__('The first time it asks whether files are to be kept: “No storage account required” will do.', 'wkpbic')}
					</p>
					{shell && (
						<NewTabLink href={shell.url} button>
							{__('Open Azure Cloud Shell', 'wkpbic')}
						</NewTabLink>
					)}
				</li>
				<li>
					<p>{__('After about a minute it prints a block. Copy it, first and last line included, into the box below.', 'wkpbic')}</p>
				</li>
			</ol>
		</div>
	);
}

function Command({ wizard, kit }: { readonly wizard: Wizard; readonly kit: Kit }) {
	const [options, setOptions] = useState<Options>(FIRST_OPTIONS);
	const tabs: { name: SetupScriptKind; title: string }[] = [
		{ name: 'bash', title: __('Bash', 'wkpbic') },
		{ name: 'power_shell', title: __('PowerShell', 'wkpbic') },
	];
	return (
		<>
			<ScriptOptions options={options} onChange={setOptions} />
			<TabPanel tabs={tabs} className="wkpbic-command__tabs">
				{({ name }) => <OneScript wizard={wizard} kit={kit} options={options} kind={name as SetupScriptKind} />}
			</TabPanel>
		</>
	);
}

function OneScript(props: { readonly wizard: Wizard; readonly kit: Kit; readonly options: Options; readonly kind: SetupScriptKind }) {
	const { wizard, kit, options, kind } = props;
	const { cloud } = useTypedKeys();
	const { redirect_uri } = ownRedirectUri(wizard);
	const { name } = wizard.site;
	const { messageFor } = wizard;
	const made = useMemo((): SetupScript | string => {
		try {
			return kit.setupScript(
				{
					site_name: name,
					redirect_uri,
					cloud,
					permissions: [...options.permissions],
					secret_lifetime_months: options.months,
					app_name: options.app_name.trim() === '' ? null : options.app_name,
				},
				kind,
			);
		} catch (reason) {
			return failureText(reason, messageFor);
		}
	}, [kit, name, redirect_uri, cloud, options, kind, messageFor]);

	return <ScriptView wizard={wizard} kind={kind} made={made} />;
}
