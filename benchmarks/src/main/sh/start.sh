#!/usr/bin/env bash
# Measures how long the command line takes to start and end; prints `ratio` and `value` lines. Builds what it needs first.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
jar=$home/benchmarks/target/benchmarks.jar

if [ ! -f "$jar" ]; then
  (cd "$home" && mvn -B -q -ntp -Pbenchmarks -pl benchmarks -am -Dmaven.test.skip=true -Djacoco.skip=true \
    -Dspotless.check.skip=true package) >&2
fi
exec "$java" -Dseatport.home="$home" -cp "$jar" dev.seatport.benchmarks.start.StartRun
