# Sourced by deploy/start.sh and tests/run.sh: which Debian packages are needed, and how they are installed.
# shellcheck shell=bash disable=SC2034

RUNTIME_PACKAGES=(libpangocairo-1.0-0 fonts-noto-cjk fonts-lxgw-wenkai util-linux)
DATABASE_PACKAGES=(postgresql)
BUILD_PACKAGES=(npm)
TEST_PACKAGES=(chromium poppler-utils zbar-tools libreoffice-calc-nogui libreoffice-writer-nogui)

# By what the package brings, not by its name: other sources of the same program are welcome.
package_present() {
  case "$1" in
    libpangocairo-1.0-0) { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -F libpangocairo-1.0.so.0; } >/dev/null ;;
    fonts-noto-cjk) [[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ]] ;;
    fonts-lxgw-wenkai) [[ -e /usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf ]] ;;
    util-linux) [[ -x /usr/bin/setpriv && -x /usr/bin/setsid ]] ;;
    postgresql) [[ -n "${PG_BIN:-}" ]] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    chromium) [[ -x /usr/bin/chromium ]] ;;
    poppler-utils) command -v pdftotext >/dev/null ;;
    zbar-tools) command -v zbarimg >/dev/null ;;
    libreoffice-calc-nogui) [[ -e /usr/lib/libreoffice/program/libsclo.so ]] ;;
    libreoffice-writer-nogui) [[ -e /usr/lib/libreoffice/program/libswlo.so ]] ;;
    *) echo "packages.sh: unknown package $1" >&2; return 2 ;;
  esac
}

missing_packages() {
  local package
  for package in "$@"; do
    if ! package_present "$package"; then
      printf '%s\n' "$package"
      if [[ "$package" == npm ]] && ! command -v node >/dev/null; then echo nodejs; fi
    fi
  done
}

# Debian would start a cluster of its own with the package; the portal brings its own.
forbid_main_cluster() {
  local folder=/etc/postgresql-common/createcluster.d
  mkdir -p "$folder"
  [[ -e "$folder/old-estate-renewal.conf" ]] || echo 'create_main_cluster = false' >"$folder/old-estate-renewal.conf"
}

# Usage: ensure_packages package…   Installs what is missing, or says exactly what to do.
ensure_packages() {
  local missing log
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -gt 0 ]] || return 0

  if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
    explain_packages "缺少系统软件包，当前用户不能安装。" "${missing[@]}"
    return 1
  fi

  echo "正在安装系统软件包：${missing[*]}"
  case " ${missing[*]} " in *' postgresql '*) forbid_main_cluster ;; esac
  log="$(mktemp)"
  # A failed update is no reason to stop: the lists may still be good enough.
  apt-get update -q </dev/null >"$log" 2>&1 || true
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "${missing[@]}" </dev/null >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    explain_packages "安装没有成功，上面是 apt 的最后几行。" "${missing[@]}"
    return 1
  fi
  rm -f "$log"

  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -eq 0 ]] || { explain_packages "安装后仍缺少软件包。" "${missing[@]}"; return 1; }
}

explain_packages() {
  local reason="$1"
  shift
  {
    echo "$reason"
    echo "请由管理员执行："
    case " $* " in
      *' postgresql '*)
        echo "  mkdir -p /etc/postgresql-common/createcluster.d"
        echo "  echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/old-estate-renewal.conf"
        ;;
    esac
    echo "  apt-get update && apt-get install -y --no-install-recommends $*"
    echo "然后再运行一次。"
  } >&2
}

ensure_sdk() {
  if command -v dotnet >/dev/null && { dotnet --list-sdks | grep '^10\.'; } >/dev/null; then return 0; fi
  echo "没有找到 .NET 10 SDK（软件包 dotnet-sdk-10.0）。请先安装，并确认 dotnet --list-sdks 里有 10.0 开头的一行。" >&2
  return 1
}
