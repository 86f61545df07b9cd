#!/usr/bin/env bash
# Some tests open pages in Chromium: installs it where there is none.
set -euo pipefail

for browser in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  if [ -n "$browser" ] && [ -x "$browser" ]; then exit 0; fi
done

"$(dirname "$0")/install.sh" chromium "Chromium is needed: install it, or name it in the variable CHROMIUM."
