#!/bin/sh
# Set up what is missing; `make` calls it, once for each part:
#   run    .venv with the packages of requirements.lock, and the project itself
#   check  the packages of requirements-dev.lock, which check the project
#   pango  the libraries that WeasyPrint lays out a PDF with
#   spacy  build/spacy with spaCy and a small model, to time beside ours; nothing needs it
# What a system must provide is installed as root on Debian and Ubuntu, after the command
# is printed; elsewhere the command is printed only.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# Give the first Python that is new enough.
find_python() {
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  here=$("${PYTHON:-python3}" --version 2>&1) || here="none"
  say "briefing needs Python 3.11 or newer; here is $here."
  say "With a newer one elsewhere: make PYTHON=/path/to/python3 ..."
  exit 1
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
  say "+ apt-get update && apt-get install --yes --no-install-recommends $*"
  if ! told=$(apt-get --quiet=2 update 2>&1 && DEBIAN_FRONTEND=noninteractive \
    apt-get --quiet=2 install --yes --no-install-recommends "$@" 2>&1); then
    say "$told"
    return 1
  fi
}

make_venv() {
  if .venv/bin/python -c 'import pip' 2>/dev/null; then return; fi
  python=$(find_python)
  if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    if can_install; then
      apt_install python3-venv
    else
      say "$python cannot make a virtual environment. On Debian and Ubuntu:"
      say "  sudo apt-get install python3-venv"
      exit 1
    fi
  fi
  say "+ $python -m venv .venv"
  "$python" -m venv --clear .venv
}

# Install the packages of a lock file, each with the hash that stands there.
install() {
  say "Installing the packages of $1, once; this takes a minute or two."
  say "+ pip install --require-hashes --requirement $1"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --require-hashes --only-binary :all: --requirement "$1"
}

set_up_run() {
  make_venv
  install requirements.lock
  .venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --no-index --no-deps --no-build-isolation --editable .
}

# True where PDF works; with `fully`, also HarfBuzz's subsetter, which makes it faster.
finds_pango() {
  .venv/bin/python -W ignore - "$@" >/dev/null 2>&1 <<'END'
import sys
from weasyprint.text import ffi
sys.exit("fully" in sys.argv and ffi.harfbuzz_subset is None)
END
}

set_up_pango() {
  debian='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'
  # shellcheck disable=SC2086 # three packages
  if ! finds_pango fully && can_install; then apt_install $debian || true; fi
  if finds_pango; then
    touch .venv/.pango
    return
  fi
  say "No PDF yet: Pango is not installed. The other formats work. To install it:"
  say "  Debian, Ubuntu:  sudo apt-get install $debian"
  say "  Fedora:          sudo dnf install pango harfbuzz"
  say "  Alpine:          sudo apk add so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0" \
    "so:libharfbuzz-subset.so.0"
  say "  macOS:           brew install pango"
}

# Its packages are no part of the project: an environment of their own, and no lock file.
set_up_spacy() {
  say "+ $(find_python) -m venv build/spacy"
  mkdir -p build
  "$(find_python)" -m venv --clear build/spacy
  say "+ pip install --requirement tools/bench_spacy.txt"
  build/spacy/bin/python -m pip install --quiet --disable-pip-version-check \
    --only-binary :all: --requirement tools/bench_spacy.txt
  touch build/spacy/.ready
}

# No `&&` here: it would switch off `set -e` inside the parts.
case $1 in
  run)
    set_up_run
    touch .venv/.run
    ;;
  check)
    install requirements-dev.lock
    touch .venv/.check
    ;;
  pango) set_up_pango ;;
  spacy) set_up_spacy ;;
esac
