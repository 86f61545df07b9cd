#!/usr/bin/env bash
# The queue is tested with a Redis of its own: installs it where there is none.
set -euo pipefail

if command -v redis-server >/dev/null; then exit 0; fi

"$(dirname "$0")/install.sh" redis-server "redis-server is needed: install redis-server."
