<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use WP_User;
use Wkpbic\Contract;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Log\LogTable;
use Wkpbic\Setup\ExpiryReminder;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\SignInResults;

/**
 * What the plugin knows about a person, for WordPress's tools to export and erase personal data: entries of the log by their user ID,
 * the result of their last sign-in, a dismissed notice, and whether theirs is an address in the set-up. The last is told and not
 * erased: the connection would end with it.
 */
final class Privacy
{
    private const ID = 'wkpbic';

    public function __construct(
        private readonly Contract $contract,
        private readonly LogTable $table,
        private readonly Journal $journal,
        private readonly SignInResults $results,
        private readonly Settings $settings
    ) {
    }

    /**
     * For the `wp_privacy_personal_data_exporters` filter.
     *
     * @param array<string, array<string, mixed>> $exporters
     * @return array<string, array<string, mixed>>
     */
    public function add_exporter(array $exporters): array
    {
        return $exporters + [self::ID => ['exporter_friendly_name' => self::name(), 'callback' => $this->export(...)]];
    }

    /**
     * For the `wp_privacy_personal_data_erasers` filter.
     *
     * @param array<string, array<string, mixed>> $erasers
     * @return array<string, array<string, mixed>>
     */
    public function add_eraser(array $erasers): array
    {
        return $erasers + [self::ID => ['eraser_friendly_name' => self::name(), 'callback' => $this->erase(...)]];
    }

    /** For the `admin_init` action: a text that the site's owner may take into the privacy policy. */
    public function suggest_policy(): void
    {
        $audit = $this->contract->limit('log_audit_days');
        $calls = $this->contract->limit('log_call_days');
        $text = '<p class="privacy-policy-tutorial">'
            . esc_html__('This is about people who set up the connection, not about customers: the set-up sends nothing about them.', 'wkpbic')
            . '</p><p>'
            . esc_html(sprintf(
                /* translators: %d: number of days */
                __('We note which user of this website changed the connection to Microsoft Power BI, and when; this is kept for %d days.', 'wkpbic'),
                $audit
            )) . ' '
            /* translators: %d: number of days */
            . esc_html(sprintf(__('Which calls went to Microsoft is kept for %d days.', 'wkpbic'), $calls)) . ' '
            . esc_html__('The name of the Microsoft account that is connected is stored until the connection is ended.', 'wkpbic')
            . '</p>';
        wp_add_privacy_policy_content(self::name(), wp_kses_post($text));
    }

    /**
     * One page of what is known about a person.
     *
     * @param string $address Mail address of the person.
     * @param int|string $page Counted from 1.
     * @return array{data: list<array<string, mixed>>, done: bool}
     */
    public function export(string $address, int|string $page = 1): array
    {
        $rows = $this->contract->limit('log_page_rows');
        $page = max(1, (int) $page);
        $user = get_user_by('email', $address);
        $items = 1 === $page ? $this->single_items($address, $user) : [];
        $entries = $user instanceof WP_User
            ? $this->table->select('*', 'WHERE user_id = %d ORDER BY id LIMIT %d OFFSET %d', [$user->ID, $rows, $rows * ($page - 1)]) ?? []
            : [];
        foreach ($entries as $entry) {
            $items[] = self::item('log', __('Power BI: log', 'wkpbic'), "wkpbic-log-{$entry['id']}", [
                __('Time', 'wkpbic') => gmdate('Y-m-d H:i:s', (int) $entry['at']) . ' UTC',
                __('What was done', 'wkpbic') => (string) $entry['event'],
                __('Result', 'wkpbic') => (string) $entry['code'],
                __('Where', 'wkpbic') => trim("{$entry['source']} {$entry['host']}"),
            ]);
        }
        return ['data' => $items, 'done' => count($entries) < $rows];
    }

    /**
     * @param string $address Mail address of the person.
     * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
     */
    public function erase(string $address, int|string $page = 1): array
    {
        $user = get_user_by('email', $address);
        $removed = $user instanceof WP_User && $this->erase_user($user->ID);
        $retained = $this->uses($address);
        $names = implode(', ', $retained);
        return [
            'items_removed' => $removed,
            'items_retained' => [] !== $retained,
            'messages' => [] === $retained ? [] : [sprintf(
                /* translators: %s: names of fields */
                __('The connection to Power BI uses this address (%s). Change it in the Power BI set-up.', 'wkpbic'),
                $names
            )],
            'done' => true,
        ];
    }

    /** @return bool Whether there was anything. */
    private function erase_user(int $user_id): bool
    {
        $had_result = null !== $this->results->read($user_id);
        $this->results->clear($user_id);
        $had_mark = delete_user_option($user_id, ExpiryReminder::DISMISSED);
        $entries = (int) ($this->table->select('COUNT(*) AS total', 'WHERE user_id = %d', [$user_id])[0]['total'] ?? 0);
        if (0 < $entries || $had_result || $had_mark) {
            // Noted before, so that whoever erases what is known about himself leaves no new entry.
            $this->journal->audit(Event::PERSONAL_DATA_ERASED, [], ['users' => 1, 'entries' => $entries]);
            $this->table->forget_user($user_id);
            return true;
        }
        return false;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function single_items(string $address, mixed $user): array
    {
        $items = [];
        $uses = $this->uses($address);
        if ([] !== $uses) {
            $items[] = self::item('setup', __('Power BI: set-up', 'wkpbic'), 'wkpbic-setup', [
                __('Fields that hold this address', 'wkpbic') => implode(', ', $uses),
            ]);
        }
        $result = $user instanceof WP_User ? $this->results->read($user->ID) : null;
        if (null !== $result) {
            $items[] = self::item('sign-in', __('Power BI: last sign-in', 'wkpbic'), "wkpbic-sign-in-{$user->ID}", [
                __('Time', 'wkpbic') => gmdate('Y-m-d H:i:s', $result['at']) . ' UTC',
                __('Result', 'wkpbic') => $result['code'],
            ]);
        }
        return $items;
    }

    /**
     * @return list<string> Fields of the set-up that hold this address.
     */
    private function uses(string $address): array
    {
        return array_keys(array_filter(
            array_intersect_key($this->settings->values(), ['username' => true, 'reminder_email' => true]),
            static fn (string $value): bool => '' !== $value && 0 === strcasecmp($value, $address)
        ));
    }

    /**
     * @param array<string, string> $values Label => value; empty ones are left out.
     * @return array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}
     */
    private static function item(string $group, string $label, string $id, array $values): array
    {
        $data = [];
        foreach (array_filter($values, static fn (string $value): bool => '' !== $value) as $name => $value) {
            $data[] = ['name' => $name, 'value' => esc_html($value)];
        }
        return ['group_id' => self::ID . "-$group", 'group_label' => $label, 'item_id' => $id, 'data' => $data];
    }

    private static function name(): string
    {
        return __('WooCommerce Power BI Connector', 'wkpbic');
    }
}
