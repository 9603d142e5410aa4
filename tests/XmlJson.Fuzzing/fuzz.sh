#!/usr/bin/env bash
# Fuzzes the library with AFL++ and SharpFuzz:
#   tests/XmlJson.Fuzzing/fuzz.sh [TARGET] [MINUTES]     parse for 10 minutes, unless told otherwise
# Targets: parse, reader, write, json, paths. Everything is below artifacts/fuzz: what was found in out/TARGET/default/crashes. A second run goes on where the first one stopped, unless
# out/TARGET was removed; it then begins with the seeds, and with what is in inputs/TARGET, such as the queue of an earlier run.
# To see what one of those does:
#   dotnet run --project tests/XmlJson.Fuzzing -- TARGET FILE
# AFL++ is wanted on the path (Debian: apt-get install afl++). The suites and their dictionaries are used if they are in ../shared/suites, or where XMLJSON_SUITES says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly target=${1:-parse} minutes=${2:-10}
readonly suites=${XMLJSON_SUITES:-$PWD/../shared/suites}
readonly root=$PWD/artifacts/fuzz
readonly tool_version=2.3.0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

command -v afl-fuzz >/dev/null || {
    echo "afl-fuzz is not there: apt-get install afl++" >&2
    exit 1
}
[ -x "$root/tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version "$tool_version" --tool-path "$root/tools"

# Optimized, but with the assertions and the small buffers of Debug. A new copy each time, since the library in it is instrumented in place; nothing else is instrumented.
rm -rf "$root/bin"
dotnet publish tests/XmlJson.Fuzzing -c Debug -p:Optimize=true --artifacts-path "$root/build" -o "$root/bin" -v quiet
rm -rf "$root/seeds/$target"
dotnet "$root/bin/XmlJson.Fuzzing.dll" "$target" --seeds "$root/seeds/$target"
[ ! -d "$root/inputs/$target" ] || cp "$root/inputs/$target"/* "$root/seeds/$target"
"$root/tools/sharpfuzz" "$root/bin/XmlJson.dll"
program=("$(command -v dotnet)" "$root/bin/XmlJson.Fuzzing.dll" "$target" --afl)

dictionaries=()
for name in $([ "$target" = json ] && echo json utf8 || echo xml utf8); do
    [ ! -f "$suites/dict/$name.dict" ] || dictionaries+=(-x "$suites/dict/$name.dict")
done

# .NET is no instrumented binary to AFL's eye, dumps no core, and takes a while to start.
export AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_FORKSRV_INIT_TMOUT=60000
export AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
# Go on where the last run stopped, and with what fails from the start: that was found then.
export AFL_AUTORESUME=1 AFL_SKIP_CRASHES=1
export DOTNET_gcConcurrent=0 DOTNET_TieredPGO=0
# Most documents of the suites take the same ways as others: a tenth is enough to begin with. (afl-cmin refuses to work below /tmp.)
if [ ! -d "$root/out/$target" ]; then
    rm -rf "$root/chosen"
    if afl-cmin -i "$root/seeds/$target" -o "$root/chosen" -m none -t 5000 -- "${program[@]}" >"$root/afl-cmin.log" 2>&1; then
        rm -rf "$root/seeds/$target"
        mv "$root/chosen" "$root/seeds/$target"
    else
        echo "All seeds are used, since afl-cmin failed: see $root/afl-cmin.log"
    fi
fi

mkdir -p "$root/out"
exec afl-fuzz -i "$root/seeds/$target" -o "$root/out/$target" -m none -t 5000 -G 8192 -V $((minutes * 60)) "${dictionaries[@]}" -- "${program[@]}"
