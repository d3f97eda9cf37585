#!/usr/bin/env bash
# Pin every package with its hashes, for all platforms and Python 3.11 on.
# requirements.lock runs the program; requirements-dev.lock adds what checks it.
# Needs uv. No address of a package index is written.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() {
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"
}
compile pyproject.toml --group build --output-file requirements.lock
compile --group check --group test --constraint requirements.lock \
  --output-file requirements-dev.lock
