#!/usr/bin/env bash
# Measures a review of a large fleet: duration relative to the minimum for the vendors' latency and the calls in flight, memory, and the
# longest time without progress. Runs two processes: the simulated vendors and the review. Needs Linux. Prints figures without limits.
#
#   mvn -pl app-demo -am package -DskipTests && app-demo/src/test/sh/pace-of-a-review.sh [FORMAT] [CUSTOMERS] [TENANTS] [MS] [IN_FLIGHT]
set -euo pipefail

format=${1:-ndjson} customers=${2:-10000} tenants=${3:-3} latency=${4:-20} in_flight=${5:-8}
jar=${SEATPORT_JAR:-$(dirname "$0")/../../../target/seatport.jar}
heap=${HEAP:-128m}
place=$(mktemp -d)
vendors= review=

finish() {
    [ -z "$review" ] || kill "$review" 2>/dev/null || true
    [ -z "$vendors" ] || kill "$vendors" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$place"
}
trap finish EXIT

now() { date +%s.%N; }
# Prints the processor time of a process so far, in seconds.
cpu() { awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15) / hz}' "/proc/$1/stat"; }

java -jar "$jar" sandbox --customers "$customers" --tenants-each "$tenants" --faults "latency=${latency}ms" \
    --output "$place/settings" 2>"$place/vendors.err" &
vendors=$!
until [ -e "$place/settings" ]; do sleep 0.1; done
vendors_before=$(cpu $vendors)

begun=$(now)
java -Xmx"$heap" -Xlog:gc:file="$place/gc.log" -jar "$jar" review --config "$place/settings" --format "$format" \
    --output "$place/result" --metrics "$place/metrics" 2>"$place/err" &
review=$!
peak=0 used=0
while [ -d /proc/$review ] && [ "$(awk '/^State/{print $2}' /proc/$review/status 2>/dev/null)" != Z ]; do
    peak=$(awk '/^VmHWM/{print $2}' /proc/$review/status 2>/dev/null || true)
    [ -z "$peak" ] || rss=$peak
    used=$(cpu $review 2>/dev/null || echo "$used")
    sleep 0.2
done
code=0
wait $review || code=$?
ended=$(now)
review=

calls() { awk -v vendor="vendor=\"$1\"" '/^seatport_calls_seconds_count/ && index($0, vendor) {sum += $NF} END {print sum + 0}' "$place/metrics"; }
avepoint=$(calls avepoint) c3=$(calls c3)

echo "format $format, $customers customers with $tenants tenants each, $latency ms, $in_flight in flight, -Xmx$heap, exit code $code"
tail -n 1 "$place/err"
awk -v a="$avepoint" -v c="$c3" -v ms="$latency" -v n="$in_flight" -v from="$begun" -v to="$ended" 'BEGIN {
    slowest = a > c ? a : c
    bound = slowest * ms / 1000 / n
    printf "requests: %d to AvePoint, %d to C3; minimum duration %.1f s\n", a, c, bound
    printf "duration %.1f s including process start: %.2f times the minimum\n", to - from, (to - from) / bound
}'
echo "peak memory of the process: $((rss / 1024)) MiB; processor time: $used s, of the vendors $(awk -v a="$(cpu $vendors)" -v b="$vendors_before" 'BEGIN {print a - b}') s"
grep -o '[0-9]*M->[0-9]*M' "$place/gc.log" | awk -F'[M>-]+' '{if ($2 > most) most = $2} END {printf "maximum heap after a collection: %d MiB, %d collections\n", most, NR}'
echo "result: $(stat -c %s "$place/result") bytes"
if [ "$format" = ndjson ]; then
    grep '"type":"customer"' "$place/result" | grep -o '"readAt":"[^"]*"' | sed 's/.*T\(.*\)Z"/\1/' | awk -F: '
        {at = $1 * 3600 + $2 * 60 + $3; if (NR == 1) first = at; if (NR > 1 && at - before > most) most = at - before; before = at > before ? at : before}
        END {printf "longest time between two customers: %.2f s; first to last of %d customers: %.1f s\n", most, NR, before - first}'
fi
