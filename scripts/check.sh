# What a change must pass besides the tests. `check.sh fmt` mends what a formatter can.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

use_jdk
use_maven
use_node
npm_ci frontend
npm_ci e2e
npm_ci tools/docker
client

biome() { # ARGUMENT...: the app by its own rules, the scripts by the same ones save that they may print
    at "$ROOT/frontend" node node_modules/@biomejs/biome/bin/biome check "$@" . &&
        at "$ROOT/frontend" node node_modules/@biomejs/biome/bin/biome check "$@" --config-path=../scripts/biome.json \
            ../bench ../e2e ../openapi/tools ../scripts
}
maven() { at "$ROOT/backend" mvn -B -ntp -q "$@"; }

if [ "${1:-}" = fmt ]; then
    biome --write
    maven spotless:apply
    exit 0
fi

failed=()
rule() { # WHAT COMMAND...
    local what="$1"
    shift
    local log="$TOOLS/logs/check.log"
    if ("$@") </dev/null >"$log" 2>&1; then
        say "$what"
    else
        failed+=("$what")
        printf '\n✗ %s\n' "$what" >&2
        grep -vE '^\[ERROR\] (\[Help|To see|Re-run|For more|$)|OPENAPI|donat|^#' "$log" | tail -80 >&2
    fi
}

no_addresses_in_lockfiles() { ! git -C "$ROOT" grep -nE '"resolved": *"' -- '*package-lock.json'; }
# The compiler with Error Prone and NullAway works beside the build, in its own folder.
strict_compile() { maven compile -Dmaven.compiler.showWarnings=false -Pcheck -Dquarkus.analytics.disabled=true; }
architecture() { maven test -Dtest='Architecture*' -Dsurefire.failIfNoSpecifiedTests=false -Dquarkus.analytics.disabled=true; }

docker_files() {
    local lint="$ROOT/tools/docker/node_modules" file found
    for file in "$ROOT"/docker/Dockerfile.*; do
        # Warnings leave its exit code at 0.
        found="$(node "$lint/dockerfile-utils/bin/dockerfile-utils" lint "$file" 2>&1 || true)"
        [ -z "$found" ] || { printf '%s\n%s\n' "$file" "$found"; return 1; }
    done
    node "$lint/dclint/bin/dclint.cjs" --max-warnings 0 "$ROOT/docker"
}
# All that native-image would be given, without the embedded database and the demo company; the image itself needs a GraalVM.
native_sources() {
    local made="$ROOT/backend/target/native/native-sources"
    rm -rf "$made"
    maven package -Dmaven.test.skip=true -Dproduction=native -Dquarkus.native.sources-only=true -Dquarkus.analytics.disabled=true &&
        [ -s "$made/native-image.args" ] && [ -s "$made/pulso-runner.jar" ] && ! ls "$made/lib" | grep -i zonky &&
        ! "$JAVA_HOME/bin/jar" tf "$made/pulso-runner.jar" | grep -E 'dev/pulso/(.*/)?demo/|Demo\.class'
}

rule "contract: lint, bundle up to date" at "$ROOT/openapi/tools" node bundle.mjs --check
rule "contract: breaks nothing that was published (make contract-publish, on purpose)" at "$ROOT/openapi/tools" node compatibility.mjs
rule "docker: Dockerfiles and compose files" docker_files
rule "lockfiles name no download address" no_addresses_in_lockfiles
rule "TypeScript: format, lint (Biome)" biome
rule "TypeScript: types of frontend" at "$ROOT/frontend" node node_modules/typescript/bin/tsc --noEmit
rule "TypeScript: types of e2e" at "$ROOT/e2e" node node_modules/typescript/bin/tsc
rule "Java: format (Spotless; make fmt mends it)" maven spotless:check
rule "Java: Error Prone and NullAway" strict_compile
rule "Java: architecture rules" architecture
rule "Java: native sources" native_sources

[ ${#failed[@]} -eq 0 ] || fail "make check found:" "${failed[@]}"
say "all checks passed"
