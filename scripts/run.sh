# Builds what changed and starts the product on this machine. Settings: PORT (8080), PULSO_DATA (.pulso), DATABASE_URL, ...
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"
source "$ROOT/scripts/app.sh"

frontend
backend

export PORT="${PORT:-8080}" PULSO_HOST="${PULSO_HOST:-127.0.0.1}"
began=$SECONDS
start_app
trap stop_app INT TERM HUP
if await_ready "$PORT"; then
    say "ready after $((SECONDS - began)) s on http://localhost:$PORT (Ctrl-C stops it and its database)"
    keep_aot_cache
fi
while kill -0 "$APP_PID" 2>/dev/null; do wait "$APP_PID" && code=0 || code=$?; done
finish_aot_cache
# Stopped by a signal is how a server ends.
case "${code:-0}" in 0 | 130 | 143) exit 0 ;; *) exit "$code" ;; esac
