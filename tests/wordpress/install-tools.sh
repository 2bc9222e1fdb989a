#!/bin/bash
# install-tools.sh GROUP...   installs what is missing of each group, and nothing else:
#   rust       a linker, the wasm target, rustfmt and clippy      wordpress   PHP and what WordPress needs of it
#   mariadb    a database server                                  php-tests   phpunit, phpcs
#   browser    Chromium and its driver                            shell       shellcheck
#   languages  GNU gettext, which finds the sentences of PHP
#   coverage   pcov, the PHP extension that notes executed lines
set -euo pipefail
. "$(dirname "$0")/lib.sh"

packages=() components=()
# want_command COMMAND PACKAGE...
want_command() { command -v "$1" >/dev/null || packages+=("${@:2}"); }
want_php_extension() { grep -qix "$1" <<<"$extensions" || packages+=("php-$2"); }

for tool in node npm cargo rustc; do
  command -v $tool >/dev/null || die "$tool is missing and not installed from here: install Rust with rustup, and Node.js 20 or later with npm."
done
node -e 'process.exit(Number.parseInt(process.versions.node, 10) < 20 ? 1 : 0)' ||
  die "Node.js $(node --version) is too old: install 20 or later."

for group in "$@"; do
  case $group in
    rust)
      want_command cc gcc libc6-dev
      cargo fmt --version >/dev/null 2>&1 || components+=(rustfmt)
      cargo clippy --version >/dev/null 2>&1 || components+=(clippy)
      ;;
    wordpress)
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
      [ -s /etc/ssl/certs/ca-certificates.crt ] || packages+=(ca-certificates)
      ;;
    mariadb) # the core packages bring the programs without a service that starts by itself
      want_command mariadbd mariadb-server-core
      want_command mariadb mariadb-client-core
      ;;
    php-tests)
      want_command phpunit phpunit
      want_command phpcs php-codesniffer
      ;;
    browser)
      want_command chromium chromium
      want_command chromedriver chromium-driver
      ;;
    coverage) [ -e "$(php -r 'echo PHP_EXTENSION_DIR;' 2>/dev/null)/pcov.so" ] || packages+=(php-pcov) ;;
    shell) want_command shellcheck shellcheck ;;
    languages) want_command xgettext gettext ;;
    *) die "install-tools.sh does not know the group $group." ;;
  esac
done

if [ ${#packages[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || die "this system has no apt-get: install these with its own package tool and run again: ${packages[*]}."
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "only root can install packages: run 'apt-get install ${packages[*]}' as root, then this again."
    as_root=(sudo)
  fi
  say "installing with apt-get: ${packages[*]}"
  apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  # an extra source that cannot be reached is no reason to stop: the install decides
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
if [ ${#components[@]} -gt 0 ]; then
  command -v rustup >/dev/null || die "${components[*]} is missing and there is no rustup to add it: install Rust with rustup."
  say "adding to Rust: ${components[*]}"
  logged "$BED/log/rustup.log" "rustup component add ${components[*]} (is there an internet connection?)" rustup component add "${components[@]}"
fi
