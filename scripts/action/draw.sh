#!/usr/bin/env bash
# Draws the files that a workflow names. Values come as variables: no text of a workflow is read as a command.
set -euo pipefail

read -r -d '' -a files <<< "$FILES" || true
read -r -d '' -a options <<< "$OPTIONS" || true
output=()
if [ -n "$OUTPUT" ]; then output=(-o "$OUTPUT"); fi
mxsvg -r -f "$FORMAT" "${output[@]}" "${options[@]}" "${files[@]}"
