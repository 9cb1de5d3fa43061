# shellcheck shell=bash
# What ./heng and ./test share. The caller sets: root (the clone), me (its name), talk (the descriptor for messages).

setup=$root/.setup
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1

say() { printf '%s: %s\n' "$me" "$*" >&"$talk"; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# One short word for the state of all files under the paths: names, sizes, times. A deleted file changes it too.
fingerprint() {
  (
    cd "$root"
    paths=()
    for path in "$@"; do [ ! -e "$path" ] || paths+=("$path"); done
    find "${paths[@]}" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name TestResults \) -prune \
      -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum | cut -c1-16
  )
}

# Only one build at a time in a clone. The descriptor is closed for the children, else a left-over compiler would hold the lock.
lock() {
  mkdir -p "$setup" 2>/dev/null && exec 9>"$setup/lock" || die "cannot write to $setup; building needs a clone that you may write to"
  have flock || return 0
  flock -n 9 || { say "another start is building, waiting for it …"; flock 9; }
}
unlock() { exec 9>&-; }

find_dotnet() {
  local place
  if ! have dotnet; then
    for place in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /opt/dotnet; do
      if [ -x "$place/dotnet" ]; then export DOTNET_ROOT=$place PATH=$place:$PATH; break; fi
    done
  fi
  have dotnet || die "the .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 (as a user: dotnet-install.sh --channel 10.0), then start again."
}

# Building needs the SDK, and a home that can be written to: NuGet keeps the packages there.
find_sdk() {
  find_dotnet
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    die "$(command -v dotnet) has no .NET 10 SDK, and the program is not built yet. Install the SDK from https://dotnet.microsoft.com/download/dotnet/10.0, then start again."
  if [ ! -w "${HOME:-/nonexistent}" ]; then
    export HOME=$setup/home
    mkdir -p "$HOME"
  fi
}

# Installs Debian packages where that is possible, else says how; fails if they are still missing.
apt_install() {
  local sudo=()
  if [ "$(id -u)" != 0 ]; then sudo=(sudo -n); fi
  if ! have apt-get || { [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; }; then
    say "missing, and not installed without root: $*"
    say "run: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    return 1
  fi
  say "installing $* …"
  local quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  if ! { "${sudo[@]}" "${quiet[@]}" update && "${sudo[@]}" "${quiet[@]}" install -y --no-install-recommends "$@"; } >"$setup/apt.log" 2>&1 </dev/null 9>&-; then
    tail -n 20 "$setup/apt.log" >&"$talk"
    say "could not install: $*"
    return 1
  fi
}

# Scripts, styles and icons of the pages. What is built already will do when Node or the network is missing.
build_web() {
  local build=$root/src/Heng.App/web/build.sh built=$root/src/Heng.App/wwwroot/dist
  [ -x "$build" ] || return 0
  if ! have node || ! have npm; then
    if [ -d "$built" ]; then say "Node is missing; the pages' scripts stay as they were built before"; return 0; fi
    apt_install nodejs npm || die "Node 18 or later with npm is needed once, to build the pages' scripts."
  fi
  if ! "$build" >"$setup/web.log" 2>&1 </dev/null 9>&-; then
    tail -n 30 "$setup/web.log" >&"$talk"
    [ -d "$built" ] || die "the pages' scripts could not be built (see above)"
    say "the pages' scripts could not be built again (see above); going on with those built before"
  fi
}

# Runs dotnet quietly; on failure shows the errors once each.
dotnet_quietly() {
  local log=$setup/build.log
  if ! dotnet "$@" --nologo -v quiet >"$log" 2>&1 </dev/null 9>&-; then
    if ! grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sort -u >&"$talk"; then tail -n 40 "$log" >&"$talk"; fi
    die "the build failed (whole output in $log)"
  fi
}

# compiled NAME PROJECT FOLDER. The program is compiled ahead to machine code where its compiler is to be had: a command then starts in half the time.
compiled() {
  local ahead=(-r linux-x64 --self-contained false -p:PublishReadyToRun=true)
  if [ "$1" = app ] && [ "$(uname -sm)" = "Linux x86_64" ]; then
    if dotnet publish "$root/$2" -c Release -p:RunAnalyzers=false "${ahead[@]}" -o "$3" --nologo -v quiet >"$setup/build.log" 2>&1 </dev/null 9>&-; then return 0; fi
    rm -rf "$3"
  fi
  dotnet_quietly publish "$root/$2" -c Release -p:RunAnalyzers=false -o "$3"
}

# publish NAME PROJECT DLL PATH…: prints the path of the built DLL, building it when a file under the paths has changed.
# Each state has a folder of its own, so what runs already is never overwritten; the three newest stay.
publish() {
  local name=$1 project=$2 dll=$3; shift 3
  local print
  print=$(fingerprint "$@")
  if [ ! -f "$setup/$name/$print/$dll" ]; then
    find_sdk
    lock
    [ "$name" != app ] || build_web
    print=$(fingerprint "$@")
    if [ ! -f "$setup/$name/$print/$dll" ]; then
      if [ -d "$setup/$name" ]; then say "building what has changed …"; else say "building (first start, about a minute) …"; fi
      rm -rf "$setup/$name/$print.new"
      compiled "$name" "$project" "$setup/$name/$print.new"
      mv "$setup/$name/$print.new" "$setup/$name/$print"
      ls -1dt "$setup/$name"/*/ | tail -n +4 | while IFS= read -r old; do rm -rf "$old"; done
    fi
    unlock
  fi
  printf '%s\n' "$setup/$name/$print/$dll"
}
