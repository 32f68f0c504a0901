#!/usr/bin/env bash
# Checks recorded attention against a baseline: check-attention.sh RECORDINGS BASELINE OUTPUT
#
# Exit codes: 0 as expected, 1 the recordings depart from the baseline, 2 bad input. OUTPUT gets
# the page and the badges. If GITHUB_STEP_SUMMARY names a file, a summary is appended to it.
# ATTENTION_LIMITS_JAR names the program; without it the program of this checkout is built.
set -euo pipefail

if (($# != 3)); then
  echo "usage: check-attention.sh RECORDINGS BASELINE OUTPUT" >&2
  exit 2
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jar=${ATTENTION_LIMITS_JAR:-$root/reports/target/attention-limits.jar}
if [[ -z ${ATTENTION_LIMITS_JAR:-} && ! -f $jar ]]; then
  (cd "$root" && mvn -B -ntp -q -DskipTests package)
fi
exec java -jar "$jar" rows "$1" --baseline "$2" --output "$3"
