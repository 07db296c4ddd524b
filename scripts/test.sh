# Every test of every part. Parts run to their end whatever failed before; the last line is the sum.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

results="$TOOLS/results"
rm -rf "$results" "$TOOLS"/logs/test-*.log
mkdir -p "$results"
# How long each class took the last time is how the next run divides them.
rm -rf "$ROOT/backend/target/surefire-times"
[ ! -d "$ROOT/backend/target/surefire-reports" ] || mv "$ROOT/backend/target/surefire-reports" "$ROOT/backend/target/surefire-times"
began=$SECONDS

part() { # NAME COMMAND...: notes how it ended; what it says goes to its log and, filtered, to the screen
    local name="$1" started=$SECONDS code=0
    shift
    say "$name ..."
    ("$@") >"$TOOLS/logs/test-$name.log" 2>&1 </dev/null || code=$?
    echo "$code" >"$results/$name.exit"
    say "$name: $([ "$code" = 0 ] && echo done || echo "exit $code, see .tools/logs/test-$name.log"), $((SECONDS - started)) s"
}

test_contract() {
    use_node
    npm_ci openapi/tools
    cd "$ROOT/openapi/tools" && node bundle.mjs --check && node --test ./*.test.mjs ../../scripts/*.test.mjs &&
        node package-client.mjs --build && node --test ../typescript/test/*.test.ts
}

test_frontend() {
    use_node
    frontend
    cd "$ROOT/frontend" && node node_modules/vitest/vitest.mjs run --reporter=default --reporter=json --outputFile.json="$results/frontend.json"
}

# The product. A front end that did not build is told by its own part; the tests of the backend do not need it.
build_product() {
    use_jdk
    use_maven
    cd "$ROOT/backend"
    mvn -B -ntp package -DskipTests -Dpulso.commit="$(commit)" -Dquarkus.analytics.disabled=true &&
        done_with backend "${BACKEND_SOURCES[@]}" .tools/stamps/frontend
}

# The tests with an application inside in processes side by side, each with a database of its own; beside them those that start (and
# kill) the packaged product, which wait more than they work.
test_backend() {
    use_jdk
    use_maven
    use_node
    cd "$ROOT/backend"
    # The product was packaged without it (who only wants to start Pulso need not fetch a store of objects).
    mvn -B -ntp -q dependency:copy@s3mock
    node "$ROOT/scripts/shards.mjs" target/shards "$SHARDS"
    local shard code=0 names=() running=()
    for ((shard = 1; shard <= SHARDS; shard++)); do
        surefire "surefire:test" -Dsurefire.includesFile="target/shards/$shard.txt" -DtempDir="surefire-$shard" >"$TOOLS/logs/test-backend-$shard.log" 2>&1 &
        running+=($!) names+=("$shard")
    done
    surefire surefire:test@packaged-test -DtempDir=surefire-packaged >"$TOOLS/logs/test-backend-packaged.log" 2>&1 &
    running+=($!) names+=(packaged)
    for shard in "${!running[@]}"; do
        wait "${running[$shard]}" || code=$?
        echo "--- end of .tools/logs/test-backend-${names[$shard]}.log"
        tail -40 "$TOOLS/logs/test-backend-${names[$shard]}.log"
    done
    return "$code"
}

# As many as share two cores well; one application with its database takes about a gigabyte.
SHARDS="${PULSO_TEST_PROCESSES:-2}"
# What fails is tried once more: on a machine that others use, too, one late answer must not cost everybody's work. It is named at the end.
surefire() { mvn -B -ntp "$@" -Dsurefire.rerunFailingTestsCount=1 -Dmaven.test.failure.ignore=true -Dsurefire.timeout=2400 -Dquarkus.analytics.disabled=true; }

test_e2e() {
    use_jdk
    use_node
    npm_ci e2e
    cd "$ROOT/e2e"
    PULSO_E2E_REPORT="$results/e2e.json" node node_modules/@playwright/test/cli.js test
}

use_embedded_database "The tests start databases of their own."
use_jdk
use_maven
use_node
# Mostly waiting for the network. What cannot be had is told by the part that needs it.
for folder in openapi/tools frontend e2e; do
    (npm_ci "$folder") >"$TOOLS/logs/test-packages.log" 2>&1 &
done
wait
# Two things at a time, as for two processors: one tests while the other builds what the next one needs.
part contract test_contract &
(frontend) >"$TOOLS/logs/test-build.log" 2>&1 || true
wait
part frontend test_frontend &
part build build_product
# What waits on a page for a moment has that moment: beside the tests of the backend it took three times as long, and now and then too long.
wait
# A red test of the backend keeps nobody from looking at the browser; without the product there is nothing to try.
if [ "$(cat "$results/build.exit")" = 0 ]; then
    part backend test_backend
    part e2e test_e2e
fi

say "took $((SECONDS - began)) s"
exec node "$ROOT/scripts/results.mjs" "$ROOT" "$results"
