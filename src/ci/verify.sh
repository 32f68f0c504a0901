#!/usr/bin/env bash
# Builds, tests and runs the referee: verify.sh [ARGUMENT OF MAVEN ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -B -ntp verify "$@"
