#!/usr/bin/env bash
# Collects what verify.sh wrote for publication, the page and the badges: pages.sh OUTPUT
# ATTENTION_LIMITS_REPORT names the directory of the report; without it the report is that of this checkout.
set -euo pipefail

if (($# != 1)); then
  echo "usage: pages.sh OUTPUT" >&2
  exit 2
fi

report=${ATTENTION_LIMITS_REPORT:-$(dirname "${BASH_SOURCE[0]}")/../../reports/target/report}
mkdir -p "$1"
cp -R "$report/index.html" "$report/ledger.json" "$report/ledger.schema.json" "$report/badges" "$1/"
