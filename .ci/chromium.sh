#!/usr/bin/env bash
# Some tests open pages in Chromium: installs the one without windows, which opens them in a quarter of the time.
set -euo pipefail

usable() {
  for browser in "$@"; do
    if [ -n "$browser" ] && [ -x "$browser" ]; then return 0; fi
  done
  return 1
}

if usable "${CHROMIUM:-}" /usr/bin/chromium-headless-shell; then exit 0; fi

if ! "$(dirname "$0")/install.sh" chromium-headless-shell "Chromium is needed: install it, or name it in the variable CHROMIUM."; then
  usable /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome
  echo "The tests go on with the browser that is here." >&2
fi
