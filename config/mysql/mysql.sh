#!/bin/bash
# A real MySQL 9 without installing one: takes Debian's mysql-server-core apart into a folder and starts it there.
#   config/mysql/mysql.sh start DIR PORT    database, user and password are all "portal"; listens on 127.0.0.1 only
#   config/mysql/mysql.sh stop DIR
# Needs apt-get and dpkg-deb, and a Debian mirror in reach; no root. Exit code 3: it cannot be had here.
set -euo pipefail

action=${1:?start or stop}
mkdir -p "${2:?a folder}"
dir=$(cd "$2" && pwd)
root=$dir/root

cannot() {
  echo "MySQL cannot be had here: $1" >&2
  exit 3
}

# A private copy of apt's state, so that the system's own is left alone.
private_apt() {
  apt-get -qq -o Dir::Etc="$dir/apt/etc" -o Dir::Etc::sourcelist="$dir/apt/etc/sources.list" \
    -o Dir::Etc::sourceparts="$dir/apt/etc/sources.list.d" -o Dir::State="$dir/apt" \
    -o Dir::State::lists="$dir/apt/lists" -o Dir::State::status="$dir/apt/status" -o Dir::Cache="$dir/apt/cache" \
    -o Acquire::Languages=none -o APT::Sandbox::User= -o APT::Install-Recommends=false -o Acquire::Retries=3 "$@"
}

unpack() {
  command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null || cannot "no apt-get and dpkg-deb"
  [ "$(dpkg --print-architecture)" = amd64 ] || cannot "not a 64-bit x86 machine"
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -f "$keyring" ] || cannot "no Debian keyring"
  mkdir -p "$dir"/apt/etc/{apt.conf.d,preferences.d,sources.list.d} "$dir"/apt/lists/partial \
    "$dir"/apt/cache/archives/partial "$dir/debs"
  : > "$dir/apt/status"
  # the mirror that this system uses, or else Debian's own
  local mirror
  mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2> /dev/null || true; } |
    grep -v '^#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ' || true)
  echo "deb [signed-by=$keyring] ${mirror:-http://deb.debian.org/debian} sid main" > "$dir/apt/etc/sources.list"
  private_apt update || cannot "the Debian mirror does not answer"
  # everything that the server needs but Perl, which only its helper scripts want
  local packages
  packages=$(private_apt -s install mysql-server-core | awk '/^Inst/{print $2}' |
    grep -vE '^(perl|perl-.*|libperl.*|libdb5.*|libgdbm.*|libc-gconv-modules-extra|openssl-provider-legacy|libtirpc-common|gcc-.*-base)$') ||
    cannot "the mirror has no mysql-server-core"
  # shellcheck disable=SC2086 # one word a package
  (cd "$dir/debs" && private_apt download $packages) || cannot "the packages could not be fetched"
  rm -rf "$root.new"
  mkdir "$root.new"
  for deb in "$dir"/debs/*.deb; do
    dpkg-deb -x "$deb" "$root.new"
  done
  rm -rf "$root" "$root.new"/usr/share/{doc,man,locale}
  mv "$root.new" "$root"
  rm -rf "$dir/apt" "$dir/debs"
}

# With its own loader and libraries: newer ones than this system may have.
mysqld() {
  local user=()
  [ "$(id -u)" != 0 ] || user=(--user=root)
  "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" "$root/usr/sbin/mysqld" \
    --no-defaults "${user[@]}" --basedir="$root/usr" --lc-messages-dir="$root/usr/share/mysql" \
    --plugin-dir="$root/usr/lib/mysql/plugin" --datadir="$dir/data" --secure-file-priv=NULL \
    --log-error="$dir/mysqld.err" "$@"
}

start() {
  local port=${1:?a port}
  stop
  [ -x "$root/usr/sbin/mysqld" ] || unpack
  rm -rf "$dir/data" "$dir/mysqld.err"
  mysqld --initialize-insecure
  cat > "$dir/init.sql" << 'SQL'
create database if not exists portal character set utf8mb4 collate utf8mb4_0900_ai_ci;
create user if not exists portal@localhost identified by 'portal';
grant all on portal.* to portal@localhost;
SQL
  # a socket's path may not be longer than about a hundred characters
  local socket=$dir/s
  [ ${#socket} -lt 100 ] || socket=$(mktemp -u -t mysql.XXXXXX)
  mysqld --init-file="$dir/init.sql" --port="$port" --bind-address=127.0.0.1 --socket="$socket" \
    --pid-file="$dir/pid" --mysqlx=OFF --skip-log-bin --performance-schema=OFF \
    --character-set-server=utf8mb4 < /dev/null > /dev/null 2>&1 &
  local started=$!
  for _ in $(seq 1 600); do
    ! grep -q "ready for connections.*port: $port" "$dir/mysqld.err" || return 0
    kill -0 "$started" 2> /dev/null || break
    sleep 0.1
  done
  cat "$dir/mysqld.err" >&2
  return 1
}

stop() {
  [ -f "$dir/pid" ] || return 0
  kill "$(cat "$dir/pid")" 2> /dev/null || return 0
  # the server takes its pid file away when it is done
  for _ in $(seq 1 300); do
    [ -f "$dir/pid" ] || return 0
    sleep 0.1
  done
}

case $action in
  start) start "${3:-}" ;;
  stop) stop ;;
  *)
    echo "usage: $0 start DIR PORT | stop DIR" >&2
    exit 2
    ;;
esac
