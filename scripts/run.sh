# Builds what changed and starts the product on this machine. Settings: PORT (8080), PULSO_DATA (.pulso), DATABASE_URL, ...
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"
source "$ROOT/scripts/app.sh"

export PORT="${PORT:-8080}" PULSO_HOST="${PULSO_HOST:-127.0.0.1}"
! (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null || fail "port $PORT is taken by another program." "Stop it, or choose another: make run PORT=8090"

[ -n "${DATABASE_URL:-}" ] || use_embedded_database \
    "Give it another PostgreSQL (15 or newer): make run DATABASE_URL=postgresql://owner:password@host:5432/pulso"
frontend
backend

began=$SECONDS ready=no
say "starting"
start_app
trap stop_app INT TERM HUP
if await_ready "$PORT"; then
    ready=yes
    printf '\n  Pulso   http://localhost:%s   API docs: http://localhost:%s/docs\n' "$PORT" "$PORT"
    [ "${PULSO_DEMO:-$([ -n "${DATABASE_URL:-}" ] || echo true)}" != true ] || printf '  Logins  admin@demo.com, agent@demo.com, viewer@demo.com   password: demo12345\n'
    printf '  Ready after %s s. Ctrl-C stops it and its database.\n\n' "$((SECONDS - began))"
    keep_aot_cache
fi
# A signal interrupts a wait, so wait again until it is really gone.
code=0
wait "$APP_PID" || code=$?
while kill -0 "$APP_PID" 2>/dev/null; do wait "$APP_PID" && code=0 || code=$?; done
finish_aot_cache $ready
# A start that failed has said why and ends itself at once, by the hardest signal.
[ $ready = yes ] || [ "$code" != 137 ] || exit 1
# Stopped by a signal is how a server ends.
case "$code" in 0 | 130 | 143) exit 0 ;; *) exit "$code" ;; esac
