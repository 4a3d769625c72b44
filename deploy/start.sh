#!/usr/bin/env bash
# Installs what is missing, builds when something changed, and runs the demonstration portal in the foreground.
#   PORT                        port on 127.0.0.1 (5080)
#   PORTAL_DATA                 data folder
#   PORTAL_DEMO_PASSWORD        password of the demonstration accounts
#   ConnectionStrings__Portal   a PostgreSQL of your own instead of the embedded one
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
source "$root/deploy/packages.sh"
source "$root/deploy/processes.sh"
portal="$root/artifacts/portal"
log="$root/artifacts/build.log"
port="${PORT:-5080}"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

say() { echo "〔旧改门户〕$*"; }
fail() { say "$*" >&2; exit 1; }

require_free_port() {
  if [[ ! "$port" =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then
    fail "PORT=$port 不是端口号（1 到 65535）。"
  fi
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    fail "端口 $port 已被占用。请先停掉占用它的程序，或换一个端口：PORT=5081 deploy/start.sh"
  fi
}

require_packages() {
  local needed=("${RUNTIME_PACKAGES[@]}")
  [[ -n "${ConnectionStrings__Portal:-}" ]] || needed+=("${DATABASE_PACKAGES[@]}")
  [[ "$1" == built ]] || needed+=("${BUILD_PACKAGES[@]}")
  ensure_packages "${needed[@]}" || exit 1
}

fingerprint() {
  {
    dotnet --version
    find deploy Directory.Build.props .editorconfig src \
      \( -name bin -o -name obj -o -name node_modules -o -path src/OldEstateRenewal.Web/wwwroot/lib \) -prune -o -type f -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum
}

# Compiled ahead of time the portal starts sooner; where that compiler cannot be had, it is compiled while it runs.
build() {
  local architecture flags=()
  case "$(uname -m)" in x86_64) architecture=x64 ;; aarch64) architecture=arm64 ;; *) architecture='' ;; esac
  local ahead=(-r "linux-$architecture" -p:PublishReadyToRun=true -p:RestoreLockedMode=false
    -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=obj/none.lock.json -p:WarningsNotAsErrors=NU1603)

  mkdir -p artifacts
  rm -rf "$portal.next" "$log"
  say "正在编译（第一次要下载组件，约需几分钟）……"
  # The lock file is checked first, and once: it knows no runtime, so the second restore must do without it.
  in_own_group dotnet restore src/OldEstateRenewal.Web --locked-mode >>"$log" 2>&1 || build_failed
  if [[ -n "$architecture" ]] && in_own_group dotnet restore src/OldEstateRenewal.Web "${ahead[@]}" >>"$log" 2>&1; then
    flags=(--no-restore --self-contained false "${ahead[@]}")
  else
    say "取不到预编译组件，改用普通编译。"
  fi
  in_own_group dotnet publish src/OldEstateRenewal.Web -c Release -o "$portal.next" "${flags[@]}" >>"$log" 2>&1 || build_failed
  rm -rf "$portal"
  mv "$portal.next" "$portal"
}

build_failed() {
  tail -n 20 "$log" >&2
  fail "编译没有成功。上面是最后几行，全文在 $log"
}

database_user_can_enter() {
  [[ ! -d "$1" ]] || setpriv --reuid=postgres --regid=postgres --init-groups test -x "$1" 2>/dev/null
}

data_folder() {
  local beside="$root/data"
  if [[ -n "${PORTAL_DATA:-}" ]]; then
    realpath -m -- "$PORTAL_DATA"
  elif [[ $EUID -eq 0 ]]; then
    if database_user_can_enter "$root" && database_user_can_enter "$beside"; then echo "$beside"; else echo /var/lib/old-estate-renewal; fi
  elif [[ -w "$beside" || (! -e "$beside" && -w "$root") ]]; then
    echo "$beside"
  else
    echo "${XDG_DATA_HOME:-$HOME/.local/share}/old-estate-renewal"
  fi
}

require_free_port
ensure_sdk || exit 1
cd "$root"
current="$(fingerprint)"
if [[ -f "$portal/.built-from" && "$(<"$portal/.built-from")" == "$current" ]]; then
  require_packages built
else
  require_packages unbuilt
  build
  echo "$current" >"$portal/.built-from"
fi

data="$(data_folder)"
say "数据目录：$data"
say "按 Ctrl-C 停止。"
export ASPNETCORE_URLS="http://127.0.0.1:$port" Portal__Demonstration=true Portal__DataFolder="$data"
cd "$portal"
exec dotnet OldEstateRenewal.Web.dll
