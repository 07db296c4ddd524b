# What the chain of the audit trail costs, on a data folder that is thrown away: see bench/README.md.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"
source "$ROOT/scripts/app.sh"

frontend
backend

BENCH="$TOOLS/bench-audit"
LIBRARIES="$APP"
rm -rf "$BENCH"
mkdir -p "$BENCH/classes"
"$JAVA_HOME/bin/javac" -d "$BENCH/classes" -cp "$LIBRARIES" "$ROOT"/bench/src/dev/pulso/bench/*.java
cp "$ROOT"/bench/src/dev/pulso/bench/*.sql "$BENCH/classes/dev/pulso/bench/"

# Nothing may begin by itself in the middle of a measurement.
export PORT="${PORT:-18081}" PULSO_DB_PORT="${PULSO_DB_PORT:-15481}" PULSO_DATA="$BENCH/data" PULSO_DEMO=false PULSO_HOST=127.0.0.1
export PULSO_JOBS_EVERY=off PULSO_AUDIT_SEAL_EVERY=off PULSO_AUDIT_SWEEP_EVERY=off
trap 'stop_app; wait "$APP_PID" || true; rm -rf "$PULSO_DATA"' EXIT
trap 'exit 130' INT TERM HUP
start_app >"$TOOLS/logs/bench-audit.log"
await_ready "$PORT" || fail "the product did not start: see .tools/logs/bench-audit.log"
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m --sun-misc-unsafe-memory-access=allow -cp "$BENCH/classes:$LIBRARIES" dev.pulso.bench.AuditBench
