# Backend tests with JaCoCo's agent: the lines they cover, per module. The report is in backend/target/coverage.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

use_jdk
use_maven
use_node
rm -f "$ROOT/backend/target/coverage.exec"
say "backend tests with coverage"
logged coverage at "$ROOT/backend" mvn -B -ntp test -Pcoverage -Dquarkus.jacoco.data-file="$ROOT/backend/target/coverage.exec" \
    -Dquarkus.jacoco.reuse-data-file=true -Dquarkus.jacoco.report=false -Dquarkus.analytics.disabled=true
exec node "$ROOT/scripts/coverage.mjs" "$ROOT/backend/target/coverage/jacoco.csv"
