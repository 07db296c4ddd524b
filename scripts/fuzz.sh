# Holds a running Pulso (start it with `make run`) against the contract. Settings: URL, SEED, SECONDS_LONG.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
use_node
npm_ci openapi/tools
exec node "$ROOT/openapi/tools/fuzz/main.mjs" "${URL:-http://127.0.0.1:8080}" "${SEED:-$RANDOM}" "${SECONDS_LONG:-60}"
