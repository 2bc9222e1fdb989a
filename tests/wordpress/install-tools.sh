#!/bin/bash
# install-tools.sh demo|mariadb|test...   installs what is missing of each group, and nothing else
set -euo pipefail
. "$(dirname "$0")/lib.sh"

missing=()
want_command() { command -v "$1" >/dev/null || missing+=("$2"); }
want_php_extension() { grep -qix "$1" <<<"$extensions" || missing+=("php-$2"); }

for group in "$@"; do
  case $group in
    demo)
      want_command php php-cli
      extensions=$(php -m 2>/dev/null || true)
      want_php_extension curl curl
      want_php_extension pdo_sqlite sqlite3
      want_php_extension mysqli mysql
      want_php_extension dom xml
      want_php_extension mbstring mbstring
      want_php_extension intl intl
      want_php_extension gd gd
      want_php_extension zip zip
      want_command unzip unzip
      want_command curl curl
      want_command brotli brotli
      want_command cc "gcc libc6-dev"
      ;;
    mariadb) # the core packages bring the programs without a service that starts by itself
      want_command mariadbd mariadb-server-core
      want_command mariadb mariadb-client-core
      ;;
    test)
      want_command phpunit phpunit
      want_command phpcs php-codesniffer
      want_command chromium chromium
      want_command chromedriver chromium-driver
      want_command shellcheck shellcheck
      ;;
    *) die "install-tools.sh knows demo, mariadb and test, not $group." ;;
  esac
done

for tool in node npm cargo rustc; do
  command -v $tool >/dev/null || die "$tool is missing and not installed from here: install Rust with rustup, and Node.js 20 or later with npm."
done
node -e 'process.exit(Number.parseInt(process.versions.node, 10) < 20 ? 1 : 0)' || die "Node.js $(node --version) is too old: install 20 or later."

if [ ${#missing[@]} -gt 0 ]; then
  # one entry may name two packages
  read -r -a packages <<<"${missing[*]}"
  command -v apt-get >/dev/null || die "this system has no apt-get: install these with its own package tool and run again: ${packages[*]}."
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "these packages are missing and can only be installed by root: run 'apt-get install ${packages[*]}' as root, then this again."
    as_root=(sudo)
  fi
  say "installing with apt-get: ${packages[*]}"
  apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  # an unreachable extra source is no reason to stop; the install below decides
  "${apt[@]}" update >"$BED/log/apt-update.log" 2>&1 || true
  logged "$BED/log/apt-install.log" "apt-get install ${packages[*]} (is there an internet connection?)" \
    "${apt[@]}" install -y --no-install-recommends "${packages[@]}"
fi

if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ]; then
  command -v rustup >/dev/null || die "the Rust target wasm32-unknown-unknown is missing and there is no rustup to add it: install Rust with rustup."
  say "adding the Rust target wasm32-unknown-unknown"
  logged "$BED/log/rustup.log" "rustup target add wasm32-unknown-unknown (is there an internet connection?)" \
    rustup target add wasm32-unknown-unknown
fi
