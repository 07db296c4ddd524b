# Measures the product as it is shipped, on a data folder of its own that is thrown away: see bench/README.md.
# Settings: SECONDS_EACH (5).
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"
source "$ROOT/scripts/app.sh"

[ -d /proc/self ] || fail "make bench reads CPU and memory from /proc: it runs on Linux only."
frontend
backend

BENCH="$TOOLS/bench"
CLASSES="$BENCH/classes"
# The jar names its libraries; what Quarkus has changed in them lies in the jar.
LIBRARIES="$APP"
rm -rf "$BENCH"
mkdir -p "$CLASSES"
"$JAVA_HOME/bin/javac" -d "$CLASSES" -cp "$LIBRARIES" "$ROOT"/bench/src/dev/pulso/bench/*.java
cp "$ROOT"/bench/src/dev/pulso/bench/*.sql "$CLASSES/dev/pulso/bench/"

# Fixed ones, below the range of outgoing connections: the second start must find them free again.
unused_port() { # FROM
    local port="$1"
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}
PORT="${PORT:-$(unused_port 18080)}" PULSO_DB_PORT="${PULSO_DB_PORT:-$(unused_port 15480)}"
# Nothing may begin by itself in the middle of a measurement.
export PORT PULSO_DB_PORT PULSO_DATA="$BENCH/data" PULSO_DEMO=false PULSO_HOST=127.0.0.1 PULSO_JOBS_EVERY=off
# One company asks for all the machine can give; limits count, and refuse nothing.
export PULSO_LIMIT_TENANT=60000000

stop() {
    [ -n "${APP_PID:-}" ] || return 0
    stop_app
    while kill -0 "$APP_PID" 2>/dev/null; do wait "$APP_PID" || true; done
    APP_PID=""
}
trap 'stop; rm -rf "$PULSO_DATA"' EXIT
trap 'exit 130' INT TERM HUP

say "first start: a new database, and what the JVM learns for the next one"
start_app >"$TOOLS/logs/bench.log"
await_ready "$PORT" || fail "the product did not start: see .tools/logs/bench.log"
keep_aot_cache
stop
finish_aot_cache yes
trap 'exit 130' INT TERM HUP
unset AOT_PID

say "second start"
began="$(date +%s%N)"
start_app >>"$TOOLS/logs/bench.log"
await_ready "$PORT" || fail "the product did not start: see .tools/logs/bench.log"
STARTED_IN="$(awk -v ns=$(($(date +%s%N) - began)) 'BEGIN { printf "%.2f", ns / 1e9 }')"
export APP_PID STARTED_IN JVM_FLAGS="${JVM_FLAGS[*]}" RESULTS="$ROOT/bench"

"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    --sun-misc-unsafe-memory-access=allow -cp "$CLASSES:$LIBRARIES" dev.pulso.bench.Bench
