#!/usr/bin/env bash
# Builds what judges PDF/UA-1 by the pinned veraPDF: <root>/.tools/bin/verapdf-ua, with its jars in <root>/.tools/verapdf.
# Nothing outside the project's folder is written but Maven's own cache. Does nothing where that very build stands there
# already; says 4 where Java or Maven is missing.
#
# Nothing but Maven's own repository is asked. Mirrors and proxies of Maven's settings and MAVEN_OPTS are honoured, and
# HTTPS_PROXY and NO_PROXY, which Maven does not read itself; a proxy that asks for a password stands in the settings.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
target="$root/.tools/verapdf"
starter="$root/.tools/bin/verapdf-ua"
version="$(sed -n 's/.* validation-model-\(.*\)\.jar$/\1/p' "$here/jars.sha256")"
inputs="$(cat "$here"/{build.sh,pom.xml,jars.sha256,Conformance.java,verapdf-ua} | sha256sum)"

if [ -x "$starter" ] && [ "$(cat "$target/.inputs" 2>/dev/null)" = "$inputs" ]; then
    echo "veraPDF $version stands at .tools/verapdf" >&2
    exit 0
fi

javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
if ! command -v mvn >/dev/null || ! command -v "$javac" >/dev/null; then
    echo "veraPDF, which \`make verify\` asks for, needs Maven and Java's JDK, 11 or newer:" \
        "install maven and default-jdk-headless" >&2
    exit 4
fi

through=()
proxy="${HTTPS_PROXY:-${https_proxy:-}}"
if [[ "$proxy" =~ ^([a-z]+://)?([^:/@]+):([0-9]+)/?$ ]]; then
    through+=("-Dhttps.proxyHost=${BASH_REMATCH[2]}" "-Dhttps.proxyPort=${BASH_REMATCH[3]}")
    beside="${NO_PROXY:-${no_proxy:-}}"
    # As Java writes it: parted by bars, and a star before a domain's dot.
    [ -z "$beside" ] || through+=("-Dhttp.nonProxyHosts=$(sed -E 's/ //g; s/(^|,)\./\1*./g; s/,/|/g' <<<"$beside")")
fi

mkdir -p "$root/.tools/bin"
partial="$target.partial.$$"
trap 'rm -rf "$partial"' EXIT
mkdir -p "$partial/classes"
if ! said="$(mvn --quiet --batch-mode --strict-checksums ${through[@]+"${through[@]}"} --file "$here/pom.xml" \
    dependency:copy-dependencies -DoutputDirectory="$partial/jars" 2>&1)"; then
    echo "$said" >&2
    echo "veraPDF $version could not be fetched by Maven: see its settings for a mirror or a proxy" >&2
    exit 1
fi
# The very jars that were locked, and no other.
if ! (cd "$partial/jars" && sha256sum --quiet --strict --check "$here/jars.sha256" &&
    diff <(LC_ALL=C ls) <(awk '{ print $2 }' "$here/jars.sha256")) >&2; then
    echo "what Maven gave is not what tools/verapdf/jars.sha256 locks" >&2
    exit 1
fi
"$javac" --release 11 -proc:none -Werror -cp "$partial/jars/*" -d "$partial/classes" "$here/Conformance.java"
echo "$inputs" >"$partial/.inputs"
rm -rf "$target"
mv "$partial" "$target"
install -m 755 "$here/verapdf-ua" "$starter"
echo "built veraPDF $version at .tools/verapdf" >&2
