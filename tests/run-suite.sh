#!/bin/bash
# run-suite.sh SUITE REPORT   one suite, for tests/run, which counts its report. Nothing is counted here.
set -euo pipefail
. "$(dirname "$0")/wordpress/lib.sh"
. "$HERE/processes.sh"
. "$HERE/site.sh"
cd "$ROOT"
suite=$1 report=$2 status=0 complaints=
export CARGO_TERM_COLOR=never NO_COLOR=1 FORCE_COLOR=0

# attempt COMMAND...   goes on after a failure and remembers it
attempt() {
  echo "+ $*"
  "$@" || status=1
}
# check NAME COMMAND...   a line `check passed: NAME` or `check failed: NAME` in the output; what a failed one said is repeated at the very end
check() {
  local name=$1 said=$BED/log/check.log
  shift
  if "$@" >"$said" 2>&1; then
    cat "$said"
    echo "check passed: $name"
  else
    status=1 complaints+=$'\n'"--- $name: $(tail -n 30 "$said")"
    cat "$said"
    echo "check failed: $name"
  fi
}
node_tests() {
  local files
  mapfile -t files < <(find "$@" -name node_modules -prune -o -name '*.test.mjs' -print | LC_ALL=C sort)
  [ ${#files[@]} -gt 0 ] || die "there is no test in $*."
  attempt node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$report" "${files[@]}"
}
# in_browser PACKAGE [ARGUMENT...]   the wasm tests of a crate in headless Chromium
in_browser() {
  attempt env WASM_BINDGEN_USE_BROWSER=1 WASM_BINDGEN_TEST_TIMEOUT=120 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=30 \
    cargo test --locked --no-fail-fast --target wasm32-unknown-unknown --package "$@"
}
# fresh_sqlite FOLDER URL   an installed site with nothing in it but what an activation makes
fresh_sqlite() {
  rm -rf "$1"
  use_sqlite "$1"
  install_site "$2"
}
php_files() { find php-plugin tests/php tests/wordpress tests/referees -path php-plugin/build -prune -o -name node_modules -prune -o -name '*.php' -print | LC_ALL=C sort; }

case $suite in
  bed)
    mapfile -t scripts < <(find tests .ci -name node_modules -prune -o -name '*.sh' -print -o -path tests/run -print -o -path .ci/run -print)
    attempt shellcheck "${scripts[@]}"
    node_tests tests/run-count.test.mjs tests/wordpress
    ;;
  rust-lint)
    check "cargo fmt" cargo fmt --all --check
    check "clippy" cargo clippy --locked --all-targets -- -D warnings
    check "clippy for wasm" cargo clippy --locked --target wasm32-unknown-unknown -p wkpbic-core -p wkpbic-wasm -- -D warnings
    ;;
  # One seed, so that a red run can be repeated and says something about the change; `make fuzz` looks further.
  rust) attempt env PROPTEST_RNG_SEED=7636 cargo test --locked --no-fail-fast ;;
  fuzz) check "cargo xtask fuzz 2" cargo xtask fuzz 2 ;;
  wasm)
    in_browser wkpbic-core --test vectors -- --nocapture # or nobody sees how many ran
    in_browser wkpbic-wasm
    ;;
  differential)
    "$HERE/build.sh" differential
    node_tests tests/differential
    ;;
  microsoft) node_tests tests/microsoft ;;
  referees) . "$ROOT/tests/run-referees.sh" ;;
  php)
    make_site 6.8
    fresh_sqlite "$BED/db/test-68" http://localhost:8889
    export WP_DOCROOT=$DOCROOT WP_SEED_DB=$BED/db/test-68/wp.sqlite
    unset WP_SQLITE_DIR
    attempt phpunit -c tests/php/phpunit.xml --fail-on-warning --fail-on-risky --log-junit "$report"
    ;;
  js-lint)
    "$HERE/build.sh" packages
    check "tsc" npm run typecheck --prefix js
    check "eslint" npm run lint --prefix js
    ;;
  js)
    "$HERE/build.sh" packages
    attempt npm test --prefix js -- --reporter=default --reporter=json --outputFile.json="$report"
    ;;
  php-lint)
    builds=$("$HERE/get-npm.sh" php-wasm)
    mapfile -t files < <(php_files)
    local_version=$(php -r 'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;')
    lint_locally() { printf '%s\0' "${files[@]}" | xargs -0 -n1 php -l; }
    check "php -l, PHP $local_version of this system, ${#files[@]} files" lint_locally
    for version in 8.1 8.2 8.3 8.4; do
      [ "$version" = "$local_version" ] || check "php -l, PHP $version, ${#files[@]} files" node tests/run-php-lint.mjs "$builds" "$version" "${files[@]}"
    done
    check "phpcs" phpcs --standard=tests/phpcs.xml --report-width=160
    ;;
  generated)
    "$HERE/build.sh" packages
    check "cargo xtask contract --check" cargo xtask contract --check
    check "languages" npm run languages --prefix js -- check
    ;;
  e2e) . "$ROOT/tests/run-e2e.sh" ;;
  *) die "there is no suite $suite." ;;
esac
echo "$complaints"
exit "$status"
