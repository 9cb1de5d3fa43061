#!/usr/bin/env bash
# Builds what the pages load into ../wwwroot/dist. Quick when nothing changed: the sources' hash is kept beside the result.
set -euo pipefail
cd "$(dirname "$0")"
dist=../wwwroot/dist
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
stamp=$( { cat package-lock.json ./*.js ./*.mjs ./app.css icons.txt; find ../Ui ../Features -name '*.css' -print0 | sort -z | xargs -0 cat; } | sha256sum | cut -d' ' -f1)
if [ "$(cat "$dist/.stamp" 2>/dev/null || true)" = "$stamp" ]; then exit 0; fi
node build.mjs
echo "$stamp" > "$dist/.stamp"
