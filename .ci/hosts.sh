#!/usr/bin/env bash
# Programs that call draw.io are run with mxsvg in its place: installs those that are missing.
set -euo pipefail

here="$(dirname "$0")"
need="sphinx-build, mkdocs and pandoc are needed: install python3-sphinx, mkdocs and pandoc."
command -v sphinx-build >/dev/null || "$here/install.sh" python3-sphinx "$need"
command -v mkdocs >/dev/null || "$here/install.sh" mkdocs "$need"
command -v pandoc >/dev/null || "$here/install.sh" pandoc "$need"
