# Builds what changed. Usage: build.sh setup|contract|publish|client|java-client|postman|frontend|backend|all
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

APP="$ROOT/backend/target/app/pulso-runner.jar"
FRONTEND_SOURCES=(frontend openapi/dist)
BACKEND_SOURCES=(backend/src/main backend/src/embedded backend/src/demo backend/pom.xml openapi/dist)

contract() { # lint and bundle, always: it takes a second
    use_node
    npm_ci openapi/tools
    (cd "$ROOT/openapi/tools" && node bundle.mjs) >&2
}

publish() {
    contract
    node "$ROOT/openapi/tools/compatibility.mjs" --publish
}

java_client() { # what a Java programmer generates from our contract, in its own folder
    use_jdk
    use_maven
    logged java-client at "$ROOT/openapi/java-client" mvn -B -ntp -q test
    say "java client: reads the answers of a later version"
}

postman() {
    use_node
    npm_ci openapi/tools
    node "$ROOT/openapi/tools/postman.mjs" "$ROOT/pulso.postman_collection.json"
}

package_client() {
    use_node
    npm_ci openapi/tools
    (cd "$ROOT/openapi/tools" && node package-client.mjs --build)
    say "the TypeScript client is in openapi/typescript/dist"
}

client() {
    use_node
    npm_ci openapi/tools
    if ! fresh client "$ROOT/frontend/src/shared/api/gen/index.ts" openapi/dist/closed.json openapi/tools; then
        say "TypeScript client"
        logged client at "$ROOT/openapi/tools" npm run --silent client
        done_with client openapi/dist/closed.json openapi/tools
    fi
}

frontend() {
    use_node
    npm_ci frontend
    client
    if ! fresh frontend "$ROOT/frontend/dist/index.html" "${FRONTEND_SOURCES[@]}"; then
        say "frontend"
        logged frontend at "$ROOT/frontend" npm run --silent build
        done_with frontend "${FRONTEND_SOURCES[@]}"
    fi
}

backend() {
    use_jdk
    use_maven
    # frontend/dist is packed into the jar, so its stamp is one of our sources.
    local web=.tools/stamps/frontend
    if ! fresh backend "$APP" "${BACKEND_SOURCES[@]}" "$web"; then
        say "backend$([ -d "$HOME/.m2/repository/io/quarkus" ] || echo " (fetches its libraries first: a few minutes)")"
        logged backend at "$ROOT/backend" mvn -B -ntp package -DskipTests -Dpulso.commit="$(commit)" -Dquarkus.analytics.disabled=true
        done_with backend "${BACKEND_SOURCES[@]}" "$web"
    fi
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    case "${1:-all}" in
        setup) use_jdk; use_maven; use_node; npm_ci openapi/tools; npm_ci frontend; npm_ci e2e
            # Only where nobody has chosen hooks of their own.
            git -C "$ROOT" config core.hooksPath >/dev/null 2>&1 || git -C "$ROOT" config core.hooksPath .githooks 2>/dev/null || true
            # For openapi/dist (.gitattributes): keep ours, `make contract` makes it anew.
            git -C "$ROOT" config merge.made.driver true 2>/dev/null || true
            say "JDK $(jdk_version "$JAVA_HOME") in $JAVA_HOME, $(mvn --version | sed -n '1s/.*Maven \([0-9.]*\).*/Maven \1/p'), Node $(node --version), npm $(npm --version)" ;;
        contract | client | package_client | publish | postman | frontend | backend) "$1" ;;
        java-client) java_client ;;
        all) frontend; backend ;;
    esac
fi
