#!/bin/bash
# demo.sh start|stop   WordPress with the plugin and the stand-in for Microsoft, to walk through the wizard by hand.
# WP=7.1|6.8, DB=sqlite|mariadb, PORT=9771 (WordPress), MICROSOFT_PORT=9143 (stand-in)
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$HERE/processes.sh"
. "$HERE/site.sh"

WP=${WP:-7.1} DB=${DB:-sqlite} PORT=${PORT:-} MICROSOFT_PORT=${MICROSOFT_PORT:-}
id=$(wordpress_id "$WP")
state_file=$BED/run/demo.state
servers=(demo-wordpress demo-microsoft mariadb)

# What the running servers were started from; anything that differs means starting again
wanted() { echo "wp=$WP db=$DB microsoft=$(content_hash tests/microsoft)"; }

stop() {
  stop_process "${servers[@]}"
  rm -f "$state_file"
}

# sets port and microsoft_port, and succeeds, when the demo that is wanted is there and answers
already_running() {
  local have
  [ -f "$state_file" ] || return 1
  {
    read -r have
    read -r port microsoft_port
  } <"$state_file" || return 1
  [ "$have" = "$(wanted)" ] && [ "${PORT:-$port}" = "$port" ] && [ "${MICROSOFT_PORT:-$microsoft_port}" = "$microsoft_port" ] || return 1
  is_running demo-wordpress && is_running demo-microsoft || return 1
  [ "$DB" = sqlite ] || is_running mariadb || return 1
  curl -fsS -m 10 -o /dev/null "http://127.0.0.1:$port/wp-login.php" && curl -fsS -m 10 -o /dev/null "http://127.0.0.1:$microsoft_port/"
}

start_servers() {
  stop
  port=$(free_port "${PORT:-9771}")
  microsoft_port=$(free_port "${MICROSOFT_PORT:-9143}")
  say "WordPress $WP on $DB: making the site"
  make_site "$WP"
  case $DB in
    sqlite) use_sqlite "$BED/db/demo-$id" ;;
    mariadb) use_mariadb "demo_$id" ;;
  esac
  say "$(install_site "http://localhost:$port")"
  start_process demo-microsoft node "$ROOT/tests/microsoft/server.mjs" --host 127.0.0.1 --port "$microsoft_port" \
    --redirect-uri "http://localhost:$port/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3"
  wait_until demo-microsoft 30 curl -fsS -o /dev/null "http://127.0.0.1:$microsoft_port/"
  WKPBIC_DEVELOPMENT_MICROSOFT_URL=http://127.0.0.1:$microsoft_port WP_BED_PORTS=$microsoft_port serve_site demo-wordpress "$port"
  printf '%s\n%s\n' "$(wanted)" "$port $microsoft_port" >"$state_file"
}

tell() {
  say "ready"
  # shellcheck disable=SC2016  # JavaScript's own ${}
  node "$ROOT/tests/microsoft/server.mjs" --print-keys | node -e '
    const keys = JSON.parse(require("node:fs").readFileSync(0, "utf8")), [port, microsoft] = process.argv.slice(1);
    console.log(`
  Wizard              http://localhost:${port}/wp-admin/admin.php?page=wkpbic-setup-wizard&step=1
  WordPress login     admin  /  password

  Keys to type in step 2
  Client ID           ${keys.client_id}
  Tenant ID           ${keys.tenant_id}
  Client secret Value ${keys.client_secret}
  Microsoft account   ${keys.username}
  Its password        ${keys.password}   (asked by the stand-in for Microsoft in step 3)

  Stand-in            http://127.0.0.1:${microsoft}/   its users, apps and exchanges
  To end it           make demo-stop
`);' "$port" "$microsoft_port"
}

case ${1:-} in
  start)
    case $DB in
      sqlite) "$HERE/install-tools.sh" rust wordpress ;;
      mariadb) "$HERE/install-tools.sh" rust wordpress mariadb ;;
      *) die "DB=$DB is not known here: use DB=sqlite or DB=mariadb." ;;
    esac
    "$HERE/build.sh" wasm js
    locked "$BED/demo.lock" 300 "starting the demo"
    if already_running; then say "the demo is running already"; else start_servers; fi
    tell
    ;;
  stop)
    stop
    echo "The demo is stopped."
    ;;
  *) die "say demo.sh start or demo.sh stop." ;;
esac
