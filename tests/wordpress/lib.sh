# shellcheck shell=bash
# Sourced by every script of the test bed: where things lie, what is said, how a download becomes a cache entry.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
HERE=$ROOT/tests/wordpress
BED=$ROOT/.bed
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/wkpbic
export ROOT HERE BED CACHE WKPBIC_STARTED_AT=${WKPBIC_STARTED_AT:-$(date +%s)}
mkdir -p "$BED"/{run,log,db,stamp,wp} "$CACHE"

elapsed() { echo $(($(date +%s) - WKPBIC_STARTED_AT)); }
say() { printf '[%3d s] %s\n' "$(elapsed)" "$*"; }
die() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

# logged LOG WHAT COMMAND...   runs COMMAND with its output in LOG; when it fails, shows the end of it and stops
logged() {
  local log=$1 what=$2
  shift 2
  "$@" >"$log" 2>&1 9>&- || {
    tail -n 25 "$log" >&2
    die "$what failed; the whole output is in $log."
  }
}

# locked LOCKFILE SECONDS WHAT   holds a lock (file descriptor 9) until this shell ends or `exec 9>&-`
locked() {
  exec 9>"$1"
  flock -n 9 && return
  say "waiting for another run that is $3"
  flock -w "$2" 9 || die "another run has been $3 for more than $2 seconds; end it and try again."
}

# cached NAME COMMAND...   $CACHE/NAME, made by COMMAND FOLDER in a temporary folder and renamed when complete,
# so that an interrupted run leaves nothing that looks finished
cached() {
  local name=$1 part
  shift
  [ -d "$CACHE/$name" ] && return
  locked "$CACHE/.$name.lock" 900 "filling $CACHE/$name"
  if [ ! -d "$CACHE/$name" ]; then
    rm -rf "$CACHE/.$name.part".*
    part=$(mktemp -d "$CACHE/.$name.part.XXXXXX")
    chmod 755 "$part"
    "$@" "$part"
    mv -T "$part" "$CACHE/$name"
  fi
  exec 9>&-
}

# content_hash PATH...   one hash over names, kinds and contents of every file below the paths, whatever git thinks of them
content_hash() {
  (cd "$ROOT" && find "$@" -type d \( -name node_modules -o -name target -o -name coverage -o -name test-results \) -prune \
    -o \( -type f -o -type l \) -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1)
}

# wordpress_id 6.8|7.1 -> 68|71
wordpress_id() {
  case $1 in
    6.8) echo 68 ;;
    7.1) echo 71 ;;
    *) die "WP=$1 is not known here: use WP=6.8 or WP=7.1." ;;
  esac
}
