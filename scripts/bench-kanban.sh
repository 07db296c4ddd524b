# The board with six columns of a thousand cards in a real browser. Settings: URL (a running Pulso; else one is started), THROTTLE, NAME.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"
use_node
npm_ci e2e
if [ -z "${URL:-}" ]; then
    use_jdk
    frontend
    backend
fi
exec node "$ROOT/bench/kanban.mjs"
