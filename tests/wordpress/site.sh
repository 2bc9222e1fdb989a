# shellcheck shell=bash
# Sourced after lib.sh and processes.sh: makes a document root, chooses a database, installs, serves.

# make_site 6.8|7.1   .bed/wp/ID from the cache, with the bed's own files and the plugin as a link; sets DOCROOT
make_site() {
  local id source part
  id=$(wordpress_id "$1")
  source=$("$HERE/get-wordpress.sh" "$1")
  DOCROOT=$BED/wp/$id
  if ! cmp -s "$source/wp-includes/version.php" "$DOCROOT/wp-includes/version.php"; then
    rm -rf "$DOCROOT" "$BED/wp/.$id.part".*
    part=$(mktemp -d "$BED/wp/.$id.part.XXXXXX")
    chmod 755 "$part"
    cp -a --reflink=auto "$source/." "$part/"
    mv -T "$part" "$DOCROOT"
  fi
  mkdir -p "$DOCROOT"/wp-content/{mu-plugins,uploads,plugins}
  cp "$HERE/wp-config.php" "$DOCROOT/wp-config.php"
  cp "$HERE/db.php" "$DOCROOT/wp-content/db.php"
  cp "$HERE/mu-plugin.php" "$DOCROOT/wp-content/mu-plugins/bed.php"
  ln -sfn "$ROOT/php-plugin" "$DOCROOT/wp-content/plugins/wkpbic"
}

# use_sqlite FOLDER   the site's database is FOLDER/wp.sqlite
use_sqlite() {
  WP_SQLITE_PLUGIN=$("$HERE/get-npm.sh" sqlite)
  export WP_SQLITE_PLUGIN WP_SQLITE_DIR=$1
  unset WP_DB_HOST WP_DB_NAME
  mkdir -p "$WP_SQLITE_DIR"
}

# use_mariadb NAME [SERVER]   the site's database is NAME in a private MariaDB of this checkout: a socket, no port, no service.
# SERVER names its process and its files; the tests have one of their own, which ends with them.
use_mariadb() {
  local server=${2:-mariadb} data socket part
  data=$BED/db/$server socket=$BED/run/$server.sock
  [ ${#socket} -le 100 ] || die "the path $socket is too long for a database socket: move the checkout to a shorter path or use DB=sqlite."
  if [ ! -d "$data" ]; then
    rm -rf "$BED/db/.$server.part".*
    part=$(mktemp -d "$BED/db/.$server.part.XXXXXX")
    logged "$BED/log/$server-install.log" "mariadb-install-db" mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$part/data" \
      --auth-root-authentication-method=normal --skip-test-db
    mv -T "$part/data" "$data"
    rmdir "$part"
  fi
  if ! is_running "$server"; then
    rm -f "$socket"
    start_process "$server" mariadbd --no-defaults --user="$(id -un)" --datadir="$data" --socket="$socket" --skip-networking \
      --pid-file="$data/$server.pid" --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=64M --skip-name-resolve
  fi
  wait_until "$server" 60 mariadb --no-defaults -uroot --socket="$socket" -e 'SELECT 1'
  mariadb --no-defaults -uroot --socket="$socket" -e "CREATE DATABASE IF NOT EXISTS $1 CHARACTER SET utf8mb4;
    CREATE USER IF NOT EXISTS wp@localhost IDENTIFIED BY 'wp'; GRANT ALL ON $1.* TO wp@localhost;"
  unset WP_SQLITE_DIR WP_SQLITE_PLUGIN
  export WP_DB_HOST=localhost:$socket WP_DB_NAME=$1
}

# install_site URL   idempotent; prints what was installed
install_site() {
  local log=$BED/log/install.log
  WP_URL=$1 WP_LOG=$log php -d display_errors=1 "$HERE/install.php" "$DOCROOT" wkpbic/wkpbic.php >"$log.out" 2>&1 || {
    tail -n 20 "$log.out" >&2
    die "WordPress could not be installed; see $log.out and $log."
  }
  tail -n 1 "$log.out"
}

# serve_site NAME PORT   http://localhost:PORT with several workers, so that WordPress can call itself; debug log in .bed/log/NAME-debug.log
serve_site() {
  WP_URL=http://localhost:$2 WP_LOG=$BED/log/$1-debug.log PHP_CLI_SERVER_WORKERS=4 start_process "$1" \
    php -d opcache.enable_cli=1 -d memory_limit=256M -d display_errors=0 -S "127.0.0.1:$2" -t "$DOCROOT" "$HERE/router.php"
  wait_until "$1" 60 curl -fsS -o /dev/null "http://127.0.0.1:$2/wp-login.php"
}
