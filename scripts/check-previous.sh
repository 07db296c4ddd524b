# The release before must run on this release's schema (docs/adr/0027-expand-migrate-contract.md): this one migrates a fresh
# database, the one before is started on it and held against its own contract, operation by operation.
# Settings: PREVIOUS (a tag or commit; by default the last tag, or what was there before the newest change of the database),
# PORT (8091), PULSO_DB_PORT (15491), SECONDS_LONG (60).
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

previous="${PREVIOUS:-$(git -C "$ROOT" describe --tags --abbrev=0 2>/dev/null ||
    git -C "$ROOT" rev-parse "$(git -C "$ROOT" log -1 --format=%H -- backend/src/main/resources/db)^")}"
previous="$(git -C "$ROOT" rev-parse --short=12 "$previous^{commit}")"
tree="$TOOLS/previous"
data="$(mktemp -d)"
export PORT="${PORT:-8091}" PULSO_DB_PORT="${PULSO_DB_PORT:-15491}" PULSO_DATA="$data" PULSO_HOST=127.0.0.1 PULSO_DEMO=true

use_embedded_database "Both releases are started on one."
use_jdk
use_maven
use_node
backend

old="$tree/$previous/backend/target/app/pulso-runner.jar"
if [ ! -f "$old" ]; then
    say "the release before: $previous"
    rm -rf "$tree"
    git -C "$ROOT" worktree prune
    git -C "$ROOT" worktree add --quiet --force --detach "$tree/$previous" "$previous"
    logged previous at "$tree/$previous/backend" mvn -B -ntp package -DskipTests -Dquarkus.analytics.disabled=true
fi
npm_ci openapi/tools
[ -e "$tree/$previous/openapi/tools/node_modules" ] || ln -s "$ROOT/openapi/tools/node_modules" "$tree/$previous/openapi/tools/node_modules"

java=("$JAVA_HOME/bin/java" -Xmx1g -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dquarkus.banner.enabled=false)
say "this release migrates"
logged previous-migrate "${java[@]}" -jar "$APP" migrate
say "$previous starts on its schema"
"${java[@]}" -Dpulso.jobs.every=5s -jar "$old" >"$TOOLS/logs/previous-app.log" 2>&1 &
pid=$!
end() { kill -TERM $pid 2>/dev/null || true; wait $pid 2>/dev/null || true; rm -rf "$data"; }
trap end EXIT
source "$ROOT/scripts/app.sh"
APP_PID=$pid
await_ready "$PORT" || { tail -40 "$TOOLS/logs/previous-app.log" >&2; fail "$previous does not start on this schema; all it said is in .tools/logs/previous-app.log"; }
node "$tree/$previous/openapi/tools/fuzz/main.mjs" "http://127.0.0.1:$PORT" "${SEED:-$RANDOM}" "${SECONDS_LONG:-60}"
node "$ROOT/scripts/previous-errors.mjs" "$TOOLS/logs/previous-app.log" "$tree/$previous/backend/src/main/resources/db" \
    "$ROOT/backend/src/main/resources/db" || fail "$previous ran into errors on this schema; all it said is in .tools/logs/previous-app.log"
say "$previous runs on the schema of $(commit)"
