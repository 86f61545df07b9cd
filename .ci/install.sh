#!/usr/bin/env bash
# Installs a Debian package that tests need: install.sh PACKAGE "what to say where that can't be done".
set -euo pipefail
package="$1"
need="$2"

if ! command -v apt-get >/dev/null; then
  echo "$need" >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3; do
  if "${as_root[@]}" apt-get update -q && "${as_root[@]}" apt-get install -qy --no-install-recommends "$package"; then
    exit 0
  fi
  echo "$package could not be installed (attempt $attempt of 3)." >&2
  sleep $((attempt * 5))
done
exit 1
