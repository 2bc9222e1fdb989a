<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use WP_Screen;

/**
 * What stands behind the button “Help” in the corner of the wizard's page.
 */
final class HelpTabs
{
    /** Adds the tabs to a screen; none where WordPress has no screen. */
    public function add_to(?WP_Screen $screen): void
    {
        foreach (null === $screen ? [] : $this->tabs() as $id => [$title, $paragraphs]) {
            $screen->add_help_tab([
                'id' => "wkpbic-$id",
                'title' => $title,
                'content' => implode('', array_map(static fn (string $text): string => '<p>' . esc_html($text) . '</p>', $paragraphs)),
            ]);
        }
    }

    /**
     * @return array<string, array{string, list<string>}> Id => title and paragraphs.
     */
    private function tabs(): array
    {
        // phpcs:disable Generic.Files.LineLength -- A sentence is one literal, or nobody could translate it.
        return [
            'overview' => [
                __('How it works', 'wkpbic'),
                [
                    __('Microsoft lets a program read Power BI only when it is registered there as an app and somebody has allowed it. The four steps register your shop, bring its keys here and ask for that consent.', 'wkpbic'),
                    __('You can leave at any step. What is saved stays, for you and for every other administrator of this site; a typed secret that is not saved yet is lost when the page is closed.', 'wkpbic'),
                ],
            ],
            'scorecard' => [
                __('The list beside the steps', 'wkpbic'),
                [
                    __('Tick what you have done. As soon as a check has shown that something works or does not, the check counts and the tick no longer does.', 'wkpbic'),
                    __('Select an item to read how its state is known, and since when.', 'wkpbic'),
                ],
            ],
            'secrets' => [
                __('What happens to my secret', 'wkpbic'),
                [
                    __('The client secret and the passes from Microsoft are encrypted on your server and never leave it again, except for Microsoft. No page shows them, not even in part.', 'wkpbic'),
                    __('Deleting the plugin deletes them all. To lock the shop out right away, delete the secret in Microsoft’s portal under Certificates & secrets.', 'wkpbic'),
                ],
            ],
            'stuck' => [
                __('When you are stuck', 'wkpbic'),
                [
                    __('Each error says who has to act: you, an administrator of Microsoft Entra, an administrator of Power BI, or your host. Errors that pass by themselves say that too.', 'wkpbic'),
                    __('If Microsoft shows an error page, copy its text and paste it in step 3: you get the same explanation.', 'wkpbic'),
                ],
            ],
        ];
        // phpcs:enable
    }
}
