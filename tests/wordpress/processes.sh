# shellcheck shell=bash
# Sourced after lib.sh. Starts servers, knows them again, ends exactly them.
# Every server gets a mark in its environment, which its children inherit. A process is ours if and only if it
# carries the mark: a number in a file proves nothing once the system has given it to somebody else.

mark_of() { printf 'WKPBIC_BED_PROCESS=%s/%s' "$BED" "$1"; }

# marked NAME   the ids of all living processes of that server, workers included
marked() { (cd /proc && grep -lsxzF -- "$(mark_of "$1")" [0-9]*/environ 2>/dev/null | cut -d/ -f1) || true; }

# start_process NAME COMMAND...   in a session of its own, output in .bed/log/NAME.log
start_process() {
  local name=$1
  shift
  : >"$BED/log/$name.log" # here, not in the background: whoever waits must not read the last run's words
  env "$(mark_of "$name")" setsid "$@" >>"$BED/log/$name.log" 2>&1 </dev/null 9>&- &
  echo $! >"$BED/run/$name.pid"
}

is_running() { [ -n "$(marked "$1")" ]; }

# wait_until NAME SECONDS COMMAND...   until COMMAND succeeds; stops with the log's end if the server ends or takes too long
wait_until() {
  local name=$1 seconds=$2 end
  shift 2
  end=$(($(date +%s) + seconds))
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$(cat "$BED/run/$name.pid")" 2>/dev/null || [ "$(date +%s)" -ge "$end" ]; then
      tail -n 20 "$BED/log/$name.log" >&2
      stop_process "$name"
      die "$name did not come up within $seconds seconds; its output is in $BED/log/$name.log."
    fi
    sleep 0.1
  done
}

# stop_process NAME...   asks, waits up to 10 seconds, then kills; never touches a process without the mark
stop_process() {
  local name end
  local -a ids
  for name in "$@"; do
    end=$(($(date +%s) + 10))
    mapfile -t ids < <(marked "$name")
    [ ${#ids[@]} -eq 0 ] || kill "${ids[@]}" 2>/dev/null || true
    while mapfile -t ids < <(marked "$name") && [ ${#ids[@]} -gt 0 ]; do
      if [ "$(date +%s)" -ge "$end" ]; then
        kill -9 "${ids[@]}" 2>/dev/null || true
        end=$(($(date +%s) + 10))
      fi
      sleep 0.05
    done
    rm -f "$BED/run/$name.pid"
  done
}

# port_taken PORT   does anything answer there, over IPv4 or IPv6 (a browser tries both for `localhost`)
port_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (: <"/dev/tcp/::1/$1") 2>/dev/null; }

# claim_port PORT   for five minutes no other checkout on this machine gets it from here: a server needs a while from its number to its first word
claim_port() {
  local claim=$CACHE/port/$1
  mkdir -p "$CACHE/port"
  (
    flock 8
    if [ -s "$claim" ] && [ "$(<"$claim")" != "$BED" ] && [ -n "$(find "$claim" -mmin -5)" ]; then return 1; fi
    printf '%s' "$BED" >"$claim"
  ) 8>>"$CACHE/port/.lock"
}

# free_port PORT   prints PORT or the next free one within 50, and says so on stderr when it had to move
free_port() {
  local port
  for port in $(seq "$1" $(($1 + 50))); do
    if ! port_taken "$port" && claim_port "$port"; then
      [ "$port" = "$1" ] || say "port $1 is taken by another program, using $port" >&2
      echo "$port"
      return
    fi
  done
  die "ports $1 to $(($1 + 50)) are all taken: give another with PORT=…"
}
