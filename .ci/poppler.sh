#!/usr/bin/env bash
# PDF pages are compared as pictures that poppler makes of them: installs it where there is none.
set -euo pipefail

if command -v pdftoppm >/dev/null && command -v pdftotext >/dev/null; then exit 0; fi

"$(dirname "$0")/install.sh" poppler-utils "pdftoppm and pdftotext are needed: install poppler-utils."
