<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use Wkpbic\Setup\RotateSecret;
use Wkpbic\Setup\SetupReport;
use WP_REST_Request;
use WP_REST_Response;

/**
 * A new client secret in the place of the one that is about to expire.
 */
final class SecretController
{
    private const SECRET = 'client_secret';
    private const EXPIRES_ON = 'client_secret_expires_on';

    public function __construct(private readonly RotateSecret $rotate_secret, private readonly SetupReport $report)
    {
    }

    /**
     * POST setup/rotate-secret
     *
     * @throws Failure request_not_json, field_unknown, field_not_text, and those of RotateSecret::rotate().
     */
    public function rotate(WP_REST_Request $request): WP_REST_Response
    {
        $posted = Body::of($request, [self::SECRET, self::EXPIRES_ON]);
        $texts = $posted + [self::SECRET => '', self::EXPIRES_ON => null];
        $texts[self::EXPIRES_ON] ??= '';
        foreach ($texts as $name => $text) {
            if (!is_string($text)) {
                throw new Failure('field_not_text', $name, ['field' => $name]);
            }
        }
        $this->rotate_secret->rotate(new Secret($texts[self::SECRET]), $texts[self::EXPIRES_ON]);
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }
}
