#!/bin/bash
# build.sh wasm|js|languages|packages|e2e|differential|referees...   builds what changed; js brings the languages along; the last four are
# the npm packages of js/, tests/e2e/, tests/differential/ and tests/referees/.
# A stamp holds a hash of every input *and* of every output: it is written only after a build whose inputs stayed the same
# throughout, so an edited, deleted or half-written file is always built again.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

folder() { [ "$1" = packages ] && echo js || echo "tests/$1"; }
# the state of one part: what it is made from, what came out, and with which tool
state() {
  case $1 in
    wasm) content_hash Cargo.toml Cargo.lock .cargo crates && rustc --version --verbose ;;
    js) content_hash js && node --version ;;
    languages) content_hash js/src js/i18n php-plugin/languages/*.po && node --version ;;
    packages | e2e | differential | referees) content_hash "$(folder "$1")"/package{,-lock}.json && node --version && npm --version ;;
  esac
}
outputs() {
  case $1 in
    wasm) ls php-plugin/build/{core,kit}{.js,_bg.wasm} && content_hash php-plugin/build/{core,kit}{.js,_bg.wasm} ;;
    js) ls php-plugin/build/{wizard,pages}.{js,css,asset.php} php-plugin/build/types/wkpbic.d.ts && content_hash php-plugin/build/{wizard,pages}.{js,css,asset.php} php-plugin/build/types ;;
    languages) ls php-plugin/languages/*.mo && content_hash php-plugin/languages/*.{mo,json} ;;
    packages | e2e | differential | referees) sha256sum <"$(folder "$1")/node_modules/.package-lock.json" ;; # npm's own record, the last file it writes
  esac
}
make_part() {
  case $1 in
    wasm)
      say "building the Rust core for the browser (the first time takes a minute or two)"
      logged "$BED/log/build-wasm.log" "cargo xtask wasm" cargo xtask wasm
      tail -n 7 "$BED/log/build-wasm.log"
      ;;
    js)
      say "building the wizard"
      logged "$BED/log/build-js.log" "npm run build" npm run build --prefix js
      ;;
    languages)
      say "building the translations"
      logged "$BED/log/build-languages.log" "npm run languages -- build" npm run languages --prefix js -- build
      ;;
    packages | e2e | differential | referees)
      say "installing the npm packages of $(folder "$1")"
      logged "$BED/log/npm-ci-$1.log" "npm ci in $(folder "$1") (is there an internet connection?)" npm ci --prefix "$(folder "$1")" --no-audit --no-fund
      ;;
  esac
}

build() {
  local part=$1 before stamp=$BED/stamp/$1
  locked "$BED/build.lock" 900 "building"
  before=$(state "$part")
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$before $(outputs "$part" 2>/dev/null)" ]; then
    exec 9>&-
    return
  fi
  rm -f "$stamp"
  make_part "$part"
  outputs "$part" >/dev/null || die "building $part did not leave the expected files; see $BED/log."
  if [ "$(state "$part")" = "$before" ]; then
    echo "$before $(outputs "$part")" >"$stamp.part"
    mv "$stamp.part" "$stamp"
  fi
  exec 9>&-
}

cd "$ROOT"
for part in "$@"; do
  case $part in
    wasm | packages | e2e | differential | referees) build "$part" ;;
    languages) build packages && build languages ;;
    js) build packages && build js && build languages ;;
    *) die "build.sh knows wasm, js, languages, packages, e2e, differential and referees, not $part." ;;
  esac
done
