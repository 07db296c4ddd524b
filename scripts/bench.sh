# Measures a running Pulso (start it with `make run`). Settings: URL, SECONDS_EACH, CONNECTIONS, EMAIL, PASSWORD.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
use_node
exec node "$ROOT/scripts/bench.mjs"
