#!/usr/bin/env bash
# Installs the pinned Checkov into <root>/.tools/checkov, an environment of its own, with the project's uv. Does nothing
# where that very lock stands there already.
#
# Nothing but PyPI is asked. Proxy and mirror settings (HTTPS_PROXY, UV_INDEX_URL, SSL_CERT_FILE …) are honoured.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
target="$root/.tools/checkov"
stamp="$target/.lock"
version="$(sed -n 's/^dependencies = \["checkov==\(.*\)"\]$/\1/p' "$here/pyproject.toml")"

if [ -x "$target/bin/python" ] && cmp -s "$here/uv.lock" "$stamp"; then
    echo "checkov $version stands at .tools/checkov" >&2
    exit 0
fi

uv="${UV:-$(command -v uv || echo "$root/.uv/bin/uv")}"
if ! [ -x "$(command -v "$uv" || true)" ]; then
    echo "uv is missing: run \`make setup\` first, or set UV" >&2
    exit 4
fi

rm -f "$stamp"
# The caller's own environment must not be taken for the one that is made here. Compiled now: a start is a second then.
env -u VIRTUAL_ENV UV_PROJECT_ENVIRONMENT="$target" "$uv" sync --project "$here" --locked --compile-bytecode --quiet
cp "$here/uv.lock" "$stamp"
echo "installed checkov $version at .tools/checkov" >&2
