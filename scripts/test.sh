# Every test of every part. Parts run to their end whatever failed before; the last line is the sum.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

results="$TOOLS/results"
rm -rf "$results"
mkdir -p "$results"
rm -rf "$ROOT/backend/target/surefire-reports"
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
    cd "$ROOT/openapi/tools" && node bundle.mjs --check && node --test rules.test.mjs compatibility.test.mjs
}

test_frontend() {
    use_node
    frontend
    cd "$ROOT/frontend" && node node_modules/vitest/vitest.mjs run --reporter=default --reporter=json --outputFile.json="$results/frontend.json"
}

# Tests and package in one go: the browser tests want the product even when a test of the backend is red.
test_backend() {
    use_jdk
    use_maven
    cd "$ROOT/backend"
    mvn -B -ntp package -Dpulso.commit="$(commit)" -Dmaven.test.failure.ignore=true -Dsurefire.timeout=1500 -Dquarkus.analytics.disabled=true
    done_with backend "${BACKEND_SOURCES[@]}" .tools/stamps/frontend
}

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
part contract test_contract
part frontend test_frontend
part backend test_backend
part e2e test_e2e

say "took $((SECONDS - began)) s"
exec node "$ROOT/scripts/results.mjs" "$ROOT" "$results"
