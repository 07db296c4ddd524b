# Sourced: starts the packaged product as a direct child, with the JVM's AOT cache.
# shellcheck shell=bash

AOT_FOLDER="$TOOLS/aot"

# The first start after a build records which classes it loads; the next ones find them loaded and linked in a file.
aot_options() {
    mkdir -p "$AOT_FOLDER"
    AOT_CACHE="$AOT_FOLDER/$( (digest "$APP" "$JAVA_HOME/release" && echo "${JVM_FLAGS[*]}") | digest | cut -c1-16).aot"
    if [ -f "$AOT_CACHE" ]; then
        AOT_OPTIONS=(-XX:AOTCache="$AOT_CACHE")
    else
        rm -f "$AOT_FOLDER"/*
        AOT_OPTIONS=(-XX:AOTCacheOutput="$AOT_CACHE.new")
    fi
    AOT_OPTIONS+=(-Xlog:aot*=off -Xlog:cds*=off)
}

# What the JVM says while it writes the cache is not for the person who started the product.
without_aot_chatter() {
    trap '' INT
    grep --line-buffered -vE '^(Temporary AOT|Launching child process .*AOT|Picked up JAVA_TOOL_OPTIONS: -Djava.class|Reading AOTConf|AOTCache creation|Removed temporary AOT)'
}

# How the JVM uses the machine; the same in docker/Dockerfile.jvm, and for the bare client of `make bench`. The heap stays near what
# is alive, may grow to -Xmx, and gives back what it and the C library do not need any more (docs/adr/0012-speed.md).
# Another limit: JAVA_OPTS=-Xmx2g.
JVM_FLAGS=(-XX:+UseG1GC -XX:+UseCompactObjectHeaders -Xms64m -Xmx512m -XX:GCTimeRatio=4 -XX:MinHeapFreeRatio=10
    -XX:MaxHeapFreeRatio=30 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=80 -XX:G1PeriodicGCInterval=10000
    -XX:TrimNativeHeapInterval=5000)
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"

start_app() {
    aot_options
    "$JAVA_HOME/bin/java" "${AOT_OPTIONS[@]}" "${JVM_FLAGS[@]}" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dquarkus.banner.enabled=false \
        --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${JAVA_OPTS:-} -jar "$APP" > >(without_aot_chatter) 2>&1 &
    APP_PID=$!
}

answers() { # PORT PATH: does it answer 200?
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1"
        printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
        read -r -t 5 line <&3
        [[ "$line" == *" 200 "* ]]
    ) 2>/dev/null
}

await_ready() { # PORT: true when ready, false when the process is gone
    until answers "$1" /q/health/ready; do
        kill -0 "$APP_PID" 2>/dev/null || return 1
        sleep 0.1
    done
}

# Written while the product goes on serving. A JDK without that command writes the file when the product stops.
keep_aot_cache() {
    [ ! -f "$AOT_CACHE" ] || return 0
    (
        trap '' INT
        "$JAVA_HOME/bin/jcmd" "$APP_PID" AOT.end_recording >"$TOOLS/logs/aot.log" 2>&1 </dev/null && mv "$AOT_CACHE.new" "$AOT_CACHE"
    ) &
    AOT_PID=$!
}

# Ctrl-C reaches us, not the JVM (a background job ignores it): one clean stop, however it was asked for.
# A JVM that is told to stop while it writes its cache crashes, so it may finish that first.
stop_app() {
    trap '' INT TERM HUP
    if [ -n "${AOT_PID:-}" ] && kill -0 "$AOT_PID" 2>/dev/null; then
        say "keeping what this first start has learned, for a quick next one (some seconds)"
        wait "$AOT_PID" || true
    fi
    kill -TERM "$APP_PID" 2>/dev/null || true
}

# A start that failed has learned too little to keep.
finish_aot_cache() { # READY
    [ ! -s "$AOT_CACHE.new" ] || [ "$1" != yes ] || mv "$AOT_CACHE.new" "$AOT_CACHE"
    rm -f "$AOT_CACHE".new*
}
