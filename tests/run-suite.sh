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
# fresh_mariadb NAME URL   the same in a MariaDB that tests/run ends
fresh_mariadb() {
  use_mariadb "$1" test-mariadb
  mariadb --no-defaults -uroot --socket="${WP_DB_HOST#*:}" -e "DROP DATABASE $1"
  use_mariadb "$1" test-mariadb
  install_site "$2"
}
# phpunit_on 6.8|7.1 sqlite|mariadb   unit and integration suite
phpunit_on() {
  local id
  id=$(wordpress_id "$1")
  make_site "$1"
  export WP_DOCROOT=$DOCROOT
  case $2 in
    sqlite)
      fresh_sqlite "$BED/db/test-$id" http://localhost:8889
      export WP_SEED_DB=$BED/db/test-$id/wp.sqlite
      unset WP_SQLITE_DIR
      ;;
    mariadb) fresh_mariadb "test_$id" http://localhost:8889 ;;
  esac
  attempt phpunit -c tests/php/phpunit.xml --fail-on-warning --fail-on-risky --log-junit "$report"
}
php_files() { find php-plugin docs/examples tests/php tests/wordpress tests/referees -path php-plugin/build -prune -o -name node_modules -prune -o -name '*.php' -print | LC_ALL=C sort; }

case $suite in
  bed)
    mapfile -t scripts < <(find tests .ci -name node_modules -prune -o -name '*.sh' -print -o -path tests/run -print -o -path .ci/run -print)
    attempt shellcheck "${scripts[@]}"
    node_tests tests/run-count.test.mjs tests/wordpress tests/docs
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
  php) phpunit_on 6.8 sqlite ;;
  php-71) phpunit_on 7.1 sqlite ;;
  php-mariadb) phpunit_on 7.1 mariadb ;;
  php-mariadb-68) phpunit_on 6.8 mariadb ;;
  coverage)
    lines=$report-lines scan=$report-ini
    rm -rf "$lines" "$scan" "$report.txt"
    mkdir "$lines" "$scan"
    printf '%s\n' pcov.enabled=1 "pcov.directory=$ROOT/php-plugin/src" "auto_prepend_file=$ROOT/tests/php/coverage/collect.php" >"$scan/coverage.ini"
    php -m | grep -qx pcov || echo extension=pcov >>"$scan/coverage.ini"
    export WKPBIC_COVERAGE=$lines PHP_INI_SCAN_DIR=:$scan
    phpunit_on 6.8 sqlite
    unset WKPBIC_COVERAGE
    php -d auto_prepend_file= tests/php/coverage/report.php "$lines" >"$report.txt" || status=1
    ;;
  php-versions)
    builds=$("$HERE/get-npm.sh" php-wasm)
    make_site 7.1
    for version in 8.1 8.3 8.4; do
      rm -f "$report-$version"
      WP_DOCROOT=$DOCROOT attempt node tests/run-php-unit.mjs "$builds" "$version" "$report-$version"
      cat "$report-$version" >>"$report" || status=1
    done
    ;;
  js-lint)
    "$HERE/build.sh" packages
    check "tsc" npm run typecheck --prefix js
    check "eslint" npm run lint --prefix js
    ;;
  js)
    "$HERE/build.sh" packages wasm
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
    check "cargo xtask surface --check" cargo xtask surface --check
    check "languages" npm run languages --prefix js -- check
    check "surface for other plugins' scripts" node js/api/types.mjs check
    check "tutorial" node tests/docs/snippets.mjs check
    ;;
  e2e | screenshots) . "$ROOT/tests/run-e2e.sh" ;;
  *) die "there is no suite $suite." ;;
esac
echo "$complaints"
exit "$status"
