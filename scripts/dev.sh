# Live reload of both halves: quarkus:dev on PORT (8080), Vite on 5173 with a proxy to it. Ctrl-C stops both.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

[ -n "${DATABASE_URL:-}" ] || use_embedded_database \
    "Give it another PostgreSQL (15 or newer): make dev DATABASE_URL=postgresql://owner:password@host:5432/pulso"
use_jdk
use_maven
use_node
npm_ci frontend
client

# quarkus:dev needs Maven 3.9; Debian has 3.8, which can fetch its successor.
maven=mvn
if ! mvn --version | sed -n '1s/[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | awk '{ exit !($1 > 3 || ($1 == 3 && $2 >= 9)) }'; then
    maven="$TOOLS/apache-maven-$MAVEN_DEV_VERSION/bin/mvn"
    if [ ! -f "$maven" ]; then
        say "Maven $MAVEN_DEV_VERSION for this folder"
        logged maven mvn -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack \
            -Dartifact="org.apache.maven:apache-maven:$MAVEN_DEV_VERSION:zip:bin" -DoutputDirectory="$TOOLS" -Dproject.basedir="$TOOLS"
        chmod +x "$maven"
    fi
fi

export PORT="${PORT:-8080}" PULSO_HOST="${PULSO_HOST:-127.0.0.1}" PULSO_BACKEND="http://127.0.0.1:${PORT:-8080}"
say "app on http://localhost:${WEB_PORT:-5173}, API on http://localhost:$PORT"
(cd "$ROOT/backend" && exec "$maven" -q quarkus:dev -Dquarkus.analytics.disabled=true -Dquarkus.http.host="$PULSO_HOST" -Dquarkus.http.port="$PORT") &
backend_pid=$!
(cd "$ROOT/frontend" && PORT="${WEB_PORT:-5173}" exec node node_modules/vite/bin/vite.js) &
web_pid=$!
stop() { kill -TERM $backend_pid $web_pid 2>/dev/null || true; }
trap stop INT TERM HUP
# Whichever ends first takes the other with it.
while kill -0 $backend_pid 2>/dev/null && kill -0 $web_pid 2>/dev/null; do sleep 1 || true; done
stop
# A signal interrupts a wait; both must be gone before the prompt comes back.
while kill -0 $backend_pid 2>/dev/null || kill -0 $web_pid 2>/dev/null; do wait || true; done
