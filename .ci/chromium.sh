#!/usr/bin/env bash
# Some tests open pages in Chromium: installs it where there is none.
set -euo pipefail

for browser in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  if [ -n "$browser" ] && [ -x "$browser" ]; then exit 0; fi
done

if ! command -v apt-get >/dev/null; then
  echo "Chromium is needed: install it, or name it in the variable CHROMIUM." >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3; do
  if "${as_root[@]}" apt-get update -q && "${as_root[@]}" apt-get install -qy --no-install-recommends chromium; then
    exit 0
  fi
  echo "Chromium could not be installed (attempt $attempt of 3)." >&2
  sleep $((attempt * 5))
done
exit 1
