# Sourced by the other scripts: finds a JDK and a Node that can build Pulso, and remembers what is already built.
# shellcheck shell=bash
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
TOOLS="$ROOT/.tools"
JDK_NEEDED=25
NODE_NEEDED=24
MAVEN_DEV_VERSION=3.9.12
mkdir -p "$TOOLS/stamps" "$TOOLS/logs"

say() { printf '\033[2m·\033[0m %s\n' "$*" >&2; }
fail() {
    printf '\npulso: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '       %s\n' "$@" >&2
    exit 1
}

# --- JDK --------------------------------------------------------------------------------------------------------------

jdk_version() { # HOME -> major version of the JDK (not a bare JRE) in it, 0 when there is none
    [ -x "$1/bin/javac" ] || { echo 0; return; }
    local line
    line="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -1)"
    echo "${line:-0}"
}

use_jdk() {
    local home on_path
    on_path="$(command -v javac 2>/dev/null || true)"
    [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")"
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$(/usr/libexec/java_home -v $JDK_NEEDED+ 2>/dev/null || true)"; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge $JDK_NEEDED ]; then
            export JAVA_HOME="$home" PATH="$home/bin:$PATH"
            # Maven 3.8 brings a Guava that JDK 24+ warns about on every run.
            # It compiles for a minute and is gone: the second compiler costs more than it brings.
            export MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
            return
        fi
    done
    fail "no JDK $JDK_NEEDED or newer was found (looked at JAVA_HOME, PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks)." \
        "Get one: Debian/Ubuntu 'apt-get install temurin-25-jdk' (Adoptium) or 'openjdk-25-jdk'; macOS 'brew install openjdk@25';" \
        "anywhere 'sdk install java 25-tem' (sdkman.io). Or point JAVA_HOME at an unpacked JDK."
}

# The embedded PostgreSQL exists for the machines that backend/pom.xml names: said before minutes of building, not after them.
use_embedded_database() { # HINT...
    case "$(uname -sm)" in
        "Linux x86_64" | "Linux aarch64") [ ! -f /etc/alpine-release ] || fail "the embedded PostgreSQL needs glibc, which Alpine has not." "$@" ;;
        "Darwin x86_64" | "Darwin arm64") ;;
        *) fail "there is no embedded PostgreSQL for this machine ($(uname -sm)): there is one for Linux and macOS on x86-64 and arm64." "$@" ;;
    esac
}

use_maven() {
    command -v mvn >/dev/null || fail "Maven (mvn) is missing." "Get it: Debian/Ubuntu 'apt-get install maven'; macOS 'brew install maven'."
}

# --- Node -------------------------------------------------------------------------------------------------------------

node_major() { "$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

use_node() {
    if command -v npm >/dev/null && [ "$(node_major node || true)" -ge $NODE_NEEDED ] 2>/dev/null; then
        return
    fi
    local bin="$TOOLS/node/node_modules/.bin"
    if ! fresh node "$bin/node" tools/node; then
        command -v npm >/dev/null || fail "Node $NODE_NEEDED or newer is missing." "Get it from https://nodejs.org or with your package manager; an older Node with npm is enough to fetch it."
        say "Node $NODE_NEEDED for this folder"
        mkdir -p "$TOOLS/node"
        cp "$ROOT"/tools/node/package*.json "$ROOT/tools/node/.npmrc" "$TOOLS/node/"
        logged node at "$TOOLS/node" npm ci
        [ "$(node_major "$bin/node" || true)" -ge $NODE_NEEDED ] 2>/dev/null ||
            fail "there is no ready-made Node for this platform ($(uname -sm))." "Install Node $NODE_NEEDED or newer from https://nodejs.org."
        done_with node tools/node
    fi
    export PATH="$bin:$PATH"
}

npm_ci() { # FOLDER: node_modules as the lockfile says
    if ! fresh "npm-$1" "$ROOT/$1/node_modules" "$1/package.json" "$1/package-lock.json"; then
        say "packages of $1"
        logged "npm-$1" at "$ROOT/$1" npm ci --no-audit --no-fund
        done_with "npm-$1" "$1/package.json" "$1/package-lock.json"
    fi
}

# --- What is already built --------------------------------------------------------------------------------------------
# A stamp holds the digest of the sources that a part was built from, so switching branches back and forth is right too.

# What is built, for health answers; a copy without its history does not know.
commit() { git -C "$ROOT" rev-parse --short=12 HEAD 2>/dev/null || echo unknown; }

digest() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

fingerprint() { # PATH... (below the top folder) -> one digest of all their files
    (
        cd "$ROOT"
        find "$@" \( -name node_modules -o -name target -o -path frontend/dist -o -path frontend/src/shared/api/gen \) -prune \
            -o -type f -print0 | LC_ALL=C sort -z | xargs -0 -r "$(command -v sha256sum || echo shasum)" | digest | cut -c1-64
    )
}

stamp_file() { echo "$TOOLS/stamps/${1//\//-}"; }
fresh() { # NAME OUTPUT SOURCE...: is OUTPUT there and built from these sources?
    local stamp output="$2"
    stamp="$(stamp_file "$1")"
    shift 2
    [ -e "$output" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$@")" ]
}
done_with() { # NAME SOURCE...
    local stamp
    stamp="$(stamp_file "$1")"
    shift
    fingerprint "$@" >"$stamp"
}

at() { (cd "$1" && shift && "$@"); }

logged() { # NAME COMMAND...: quiet unless it fails
    local log="$TOOLS/logs/${1//\//-}.log"
    shift
    "$@" >"$log" 2>&1 </dev/null || {
        tail -60 "$log" >&2
        fail "'$*' failed; all it said is in ${log#"$ROOT"/}"
    }
}

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
