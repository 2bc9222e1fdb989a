/** Problems of the site itself that the server reported, each in one sentence. */
import { Notice } from '@wordpress/components';
import type { Wizard } from '../../extend';

export function SiteProblems({ wizard }: { readonly wizard: Wizard }) {
	return (
		<>
			{wizard.setup.problems.map(({ code, params }) => {
				const sentence = wizard.messageFor(code, params);
				return (
					<Notice
						key={code}
						status="error"
						isDismissible={false}
						className="wkpbic-notice"
						spokenMessage={sentence}
					>
						<p>{sentence}</p>
					</Notice>
				);
			})}
		</>
	);
}
