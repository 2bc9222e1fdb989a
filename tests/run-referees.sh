# shellcheck shell=bash disable=SC2154
# Sourced by run-suite.sh: the tests in which programs of others judge. The plugin itself goes through them too, by the sign-in spec of
# tests/e2e, on two fresh servers of one site: one whose Microsoft is oidc-provider, one whose Power BI is behind Prism.
# tests/run ends the servers, whatever happens here.

"$HERE/build.sh" wasm js e2e differential referees
make_site "${WP:-7.1}"
oidc_wordpress=$(free_port 9891)
fresh_sqlite "$BED/db/referees" "http://localhost:$oidc_wordpress"
# a copy for what PHP alone does meanwhile
rm -rf "$BED/db/referees-php"
cp -r "$BED/db/referees" "$BED/db/referees-php"
oidc=$(free_port 9263)
WKPBIC_DEVELOPMENT_MICROSOFT_URL=http://127.0.0.1:$oidc WP_BED_PORTS=$oidc serve_site referee-oidc-wordpress "$oidc_wordpress"
prism_wordpress=$(free_port 9911)
prism=$(free_port 9283)
WKPBIC_DEVELOPMENT_MICROSOFT_URL=http://127.0.0.1:$prism WP_BED_PORTS=$prism serve_site referee-prism-wordpress "$prism_wordpress"

export WP_DOCROOT=$DOCROOT REFEREE_PHP_DATABASE=$BED/db/referees-php REFEREE_DATABASE=$BED/db/referees/wp.sqlite REFEREE_RESULTS=$BED/test/referee-results
export REFEREE_OIDC=$oidc REFEREE_OIDC_WORDPRESS=http://localhost:$oidc_wordpress
export REFEREE_PRISM=$prism REFEREE_PRISM_WORDPRESS=http://localhost:$prism_wordpress
node_tests tests/referees
