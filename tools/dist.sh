#!/bin/sh
# Make wheel and sdist in dist/, install the wheel alone, and build the example with it.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
rm -rf dist
.venv/bin/python -m hatchling build --directory dist >/dev/null

# The example's articles are their publishers'.
if { .venv/bin/python -m zipfile --list dist/*.whl; tar -tzf dist/*.tar.gz; } |
  grep 'seeds/'; then exit 1; fi

away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
.venv/bin/python -m venv "$away/venv"
"$away/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  --require-hashes --requirement requirements.lock
"$away/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  --no-index --no-deps dist/*.whl

# Away from the checkout, so that nothing of it is found by chance.
cd "$away"
"$away/venv/bin/briefing" build "$root/config.yaml" --output "$away/build"
ls -l "$root/dist" "$away/build"
