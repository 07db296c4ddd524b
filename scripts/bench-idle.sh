# What a node asks the database while nobody does anything, with 10,000 companies: see bench/README.md. Settings: SECONDS_LONG (120).
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"
source "$ROOT/scripts/app.sh"

frontend
backend

BENCH="$TOOLS/bench-idle"
LIBRARIES="$APP"
rm -rf "$BENCH"
mkdir -p "$BENCH/classes"
"$JAVA_HOME/bin/javac" -d "$BENCH/classes" -cp "$LIBRARIES" "$ROOT"/bench/src/dev/pulso/bench/*.java
cp "$ROOT"/bench/src/dev/pulso/bench/*.sql "$BENCH/classes/dev/pulso/bench/"

# With the schedule, the sealing and all else that runs by itself.
export PORT="${PORT:-18082}" PULSO_DB_PORT="${PULSO_DB_PORT:-15482}" PULSO_DATA="$BENCH/data" PULSO_DEMO=false PULSO_HOST=127.0.0.1 RESULTS="$ROOT/bench"
trap 'stop_app; wait "$APP_PID" || true; rm -rf "$PULSO_DATA"' EXIT
trap 'exit 130' INT TERM HUP
start_app >"$TOOLS/logs/bench-idle.log"
await_ready "$PORT" || fail "the product did not start: see .tools/logs/bench-idle.log"
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --sun-misc-unsafe-memory-access=allow -cp "$BENCH/classes:$LIBRARIES" dev.pulso.bench.IdleBench
