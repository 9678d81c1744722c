#!/usr/bin/env bash
# kill-once.sh MARKER LINES COMMAND…: the first process of all to come here answers so many lines and is then killed; others run through.
set -u
marker=$1 lines=$2
shift 2
if mkdir "$marker" 2>/dev/null; then
  head -n "$lines" | "$@"
  kill -9 $$
fi
exec "$@"
