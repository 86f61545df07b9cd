#!/usr/bin/env bash
# Installs the packed package in an empty folder and draws with it under each Node that `engines` promises, Deno, Bun and
# workerd; their pictures must be the same bytes. Then bundlers have it, and what reads its manifest and types. Each comes from npm into the folder RUNTIMES, or one that goes again.
set -euo pipefail
project="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
runtimes="${RUNTIMES:-$work/runtimes}"

# A registry may stumble.
try() {
  for attempt in 1 2 3; do
    if "$@"; then return 0; fi
    echo "attempt $attempt of 3 failed: $*" >&2
    sleep $((attempt * 3))
  done
  return 1
}

have() {
  local name="$1"
  shift
  if [ -d "$runtimes/$name/node_modules" ]; then return 0; fi
  mkdir -p "$runtimes/$name"
  echo '{"private":true}' >"$runtimes/$name/package.json"
  try npm install --prefix "$runtimes/$name" --no-audit --no-fund --silent --ignore-scripts "$@"
}

(cd "$project" && npm pack --silent --pack-destination "$work" >/dev/null)
mkdir "$work/place"
echo '{"private":true}' >"$work/place/package.json"
try npm install --prefix "$work/place" --no-audit --no-fund --silent "$work"/mxsvg-*.tgz
echo "installed: $(du -sm "$work/place/node_modules" | cut -f1) MB, packed: $(du -sk "$work"/mxsvg-*.tgz | cut -f1) kB"
cp "$project"/.ci/smoke.mjs "$project"/.ci/denoRead.mjs "$work/place"

# What the package "node" would install by a script of its own.
node="node-$(node -p 'process.platform === "win32" ? "win" : (process.platform === "darwin" && process.arch === "arm64" ? "bin-" : "") + process.platform')-$(node -p process.arch)"

names=()
for version in ${NODES:-20.19 22 24 26}; do names+=("node-$version=$node@$version"); done
names+=(deno=deno bun=bun workerd=workerd)
have tools webpack rollup @rollup/plugin-node-resolve publint @arethetypeswrong/cli &
for each in "${names[@]}"; do have "${each%%=*}" "${each#*=}" & done
wait

# The platform's own package, which each of these packages chooses by its scripts.
binary() { find "$runtimes/$1/node_modules" -type f -name "$2" -perm -u+x -size +1M -print -quit; }

cd "$work/place"
code=0
ran() {
  local name="$1"
  shift
  local begun="$SECONDS"
  if "$@"; then echo "ok: $name ($((SECONDS - begun)) s)"; else echo "FAILED: $name" >&2; code=1; fi
}
for version in ${NODES:-20.19 22 24 26}; do
  binary="$(binary "node-$version" node)"
  ran "Node $("$binary" --version)" "$binary" smoke.mjs "$work/drawn"
done
deno="$(binary deno deno)"
bun="$(binary bun 'bun*')"
ran "$("$deno" --version | head -1)" "$deno" run --quiet --no-prompt --allow-all smoke.mjs "$work/drawn"
ran "Deno with --allow-read alone" "$deno" run --quiet --no-prompt --allow-read denoRead.mjs "$work/drawn"
ran "Bun $("$bun" --version)" "$bun" run smoke.mjs "$work/drawn"
workerd="$(binary workerd workerd)"
ran "workerd $("$workerd" --version)" node "$project/.ci/worker.mjs" "$workerd" "$project" "$work/place"
ran "bundlers" node "$project/.ci/bundlers.mjs" "$project" "$work/place" "$runtimes/tools"
ran "publint" "$runtimes/tools/node_modules/.bin/publint" --strict --pack false "$work/place/node_modules/mxsvg"
# The entries of pages are ES modules alone, which every Node that `engines` promises gives to require() too.
ran "are the types wrong" "$runtimes/tools/node_modules/.bin/attw" --no-color --exclude-entrypoints package.json "assets/*" --ignore-rules cjs-resolves-to-esm --no-emoji "$work"/mxsvg-*.tgz
exit "$code"
