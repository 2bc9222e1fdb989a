# shellcheck shell=bash disable=SC2154
# Sourced by run-suite.sh, which sets `suite` and `report`: a fresh WordPress 7.1 (or WP=6.8) on SQLite and a stand-in for Microsoft, both for this run alone, then the browser specs.
# tests/run ends both servers, whatever happens here.

"$HERE/build.sh" wasm js e2e
port=$(free_port 9871)
microsoft_port=$(free_port 9243)
make_site "${WP:-7.1}"
rm -f "$BED/log/e2e-wordpress-debug.log"
ln -sfn "$ROOT/tests/e2e/fixtures/load.php" "$DOCROOT/wp-content/mu-plugins/e2e-fixtures.php"
# What somebody has who follows the tutorial in an empty folder; the specs of the example activate it.
rm -rf "$DOCROOT/wp-content/plugins/extra-step"
node tests/docs/snippets.mjs follow "$DOCROOT/wp-content/plugins/extra-step"
fresh_sqlite "$BED/db/e2e" "http://localhost:$port"

start_process e2e-microsoft node tests/microsoft/server.mjs --host 127.0.0.1 --port "$microsoft_port" \
  --redirect-uri "http://localhost:$port/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3"
wait_until e2e-microsoft 30 curl -fsS -o /dev/null "http://127.0.0.1:$microsoft_port/"
export WKPBIC_DEVELOPMENT_MICROSOFT_URL=http://127.0.0.1:$microsoft_port
WP_BED_PORTS=$microsoft_port serve_site e2e-wordpress "$port"

export WP_BASE_URL=http://localhost:$port WP_USER=admin WP_PASSWORD=password
export WP_DEBUG_LOG=$BED/log/e2e-wordpress-debug.log WP_SQLITE_FILE=$BED/db/e2e/wp.sqlite
cd tests/e2e || exit 1
export PLAYWRIGHT_JSON_OUTPUT_NAME=$report
config=playwright.config.ts
[ "$suite" = e2e ] || config=contact-sheet/playwright.config.ts
attempt npx --no-install playwright test --config="$config" --reporter=list,json --output="$BED/test/e2e-results"
rm -f "$DOCROOT/wp-content/mu-plugins/e2e-fixtures.php"
rm -rf "$DOCROOT/wp-content/plugins/extra-step"
