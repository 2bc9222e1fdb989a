<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use RuntimeException;

/**
 * Somebody at Microsoft's sign-in page: opens the address, fills the forms in, and is sent back to the site.
 */
final class Person
{
    private string $cookie = '';
    private HttpReply $page;

    public function __construct(private readonly StandIn $microsoft)
    {
    }

    /**
     * Goes the whole way.
     *
     * @param array{state: string, code_verifier: string, nonce: string} $attempt
     * @param array<string, string> $change Parameters of the authorize request to replace.
     * @param string $decision What to press on the consent page: accept or cancel.
     * @return string The query with which Microsoft sends the browser back.
     */
    public function sign_in(array $attempt, array $change = [], string $decision = 'accept'): string
    {
        $resource = 'https://analysis.windows.net/powerbi/api';
        $parameters = $change + [
            'client_id' => StandIn::CLIENT_ID,
            'response_type' => 'code',
            'redirect_uri' => 'http://localhost:8889/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3',
            'response_mode' => 'query',
            'scope' => "openid profile offline_access $resource/Dataset.ReadWrite.All $resource/Workspace.ReadWrite.All"
                . " $resource/Report.Read.All $resource/Dashboard.Read.All $resource/Content.Create",
            'state' => $attempt['state'],
            'nonce' => $attempt['nonce'],
            'code_challenge' => rtrim(strtr(base64_encode(hash('sha256', $attempt['code_verifier'], true)), '+/', '-_'), '='),
            'code_challenge_method' => 'S256',
        ];
        $path = '/login.microsoftonline.com/' . StandIn::TENANT_ID . '/oauth2/v2.0/authorize?' . http_build_query($parameters);
        $this->open(new HttpRequest($this->microsoft->url . $path, 'GET', '', $this->cookie_header()));
        $this->submit('login', ['login' => StandIn::USERNAME, 'passwd' => StandIn::PASSWORD]);
        if ('' === $this->page->header('Location')) {
            $this->submit('consent', ['decision' => $decision]);
        }
        return (string) parse_url($this->page->header('Location'), PHP_URL_QUERY);
    }

    /**
     * @param array<string, string> $fields
     */
    private function submit(string $step, array $fields): void
    {
        if (1 !== preg_match("#<form method=\"post\" action=\"([^\"]*/$step)\">(.*?)</form>#s", $this->page->body, $form)) {
            throw new RuntimeException("No form '$step' on Microsoft's page: " . substr(strip_tags($this->page->body), -600));
        }
        preg_match_all('#<input type="hidden" name="([^"]*)" value="([^"]*)">#', $form[2], $hidden);
        $fields += array_map('html_entity_decode', array_combine($hidden[1], $hidden[2]));
        $this->open(new HttpRequest(
            $this->microsoft->url . html_entity_decode($form[1]),
            'POST',
            http_build_query($fields),
            ['Content-Type' => 'application/x-www-form-urlencoded'] + $this->cookie_header()
        ));
    }

    private function open(HttpRequest $request): void
    {
        $this->page = $request->send();
        foreach ($this->page->cookies() as $name => $value) {
            $this->cookie = "$name=$value";
        }
    }

    /**
     * @return array<string, string>
     */
    private function cookie_header(): array
    {
        return '' === $this->cookie ? [] : ['Cookie' => $this->cookie];
    }
}
