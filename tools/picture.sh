#!/bin/sh
# Draw the README's picture anew: the first page of the example's brief.
# Needs pdftoppm, of poppler-utils.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
.venv/bin/briefing build config.yaml --format pdf --output "$folder" --quiet \
  >/dev/null
pdftoppm -png -r 84 -f 1 -l 1 -singlefile "$folder/brief.pdf" "$folder/brief"
mv "$folder/brief.png" docs/brief.png
