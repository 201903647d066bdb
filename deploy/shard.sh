#!/bin/sh
# One part of many, for a Kubernetes Job whose pods are numbered: reads /data/in/part-000007.jsonl in the pod of number 7.
# What is there already is not done again, so that a Job can be started anew. Flags are those of onrecord pipe.
set -eu

part=$(printf 'part-%06d.jsonl' "$JOB_COMPLETION_INDEX")
data=${DATA:-/data}
if [ -e "$data/out/$part" ]; then
  echo "$part is there already" >&2
  exit 0
fi
onrecord pipe --jobs 1 "$@" -o "$data/out/$part" < "$data/in/$part" || {
  code=$?
  # Some lines could not be read; each says so in its place.
  [ "$code" -eq 5 ] || exit "$code"
}
