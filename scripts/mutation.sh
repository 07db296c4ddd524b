# Changes the arithmetic line by line (PIT) and tells which changes no test notices: kernel, due periods, portfolio sums. For the night:
# it takes a quarter of an hour. The report is in backend/target/pit-reports.
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

use_jdk
use_maven
at "$ROOT/backend" mvn -B -ntp test-compile org.pitest:pitest-maven:mutationCoverage -Pmutation,embedded-db -Dquarkus.analytics.disabled=true
