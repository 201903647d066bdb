#!/bin/sh
# Reads pages as JSON lines with as many processes as there are cores, by GNU parallel. Run it again after an
# interruption: parts that are done are not done again.
#
#   parallel.sh PAGES.jsonl FOLDER [FLAG…]     the flags are those of onrecord pipe
#
# FOLDER gets in/ (the parts), out/ (what onrecord made of each, whole or not at all), joblog, and results.jsonl, in the order
# of PAGES.jsonl. Ends with 5 where a line could not be read: it has an error in its place, with its number in its part.
set -eu

pages=$1
export FOLDER="$2"
shift 2
export FLAGS="$*"

mkdir -p "$FOLDER/out"
if [ ! -d "$FOLDER/in" ]; then
  rm -rf "$FOLDER/in.tmp"
  mkdir "$FOLDER/in.tmp"
  split -l "${LINES_PER_PART:-1000}" -d -a 6 --additional-suffix=.jsonl "$pages" "$FOLDER/in.tmp/part-"
  mv "$FOLDER/in.tmp" "$FOLDER/in"
fi

# 5 says that some lines could not be read; doing them again would not help.
ls "$FOLDER/in" | parallel --will-cite --joblog "$FOLDER/joblog" --resume-failed --jobs "${JOBS:-100%}" \
  'onrecord pipe --jobs 1 $FLAGS -o "$FOLDER"/out/{} < "$FOLDER"/in/{} || { [ $? -eq 5 ] && : > "$FOLDER"/unreadable; }'

cat "$FOLDER"/out/part-*.jsonl > "$FOLDER/results.jsonl.tmp"
mv "$FOLDER/results.jsonl.tmp" "$FOLDER/results.jsonl"
[ ! -e "$FOLDER/unreadable" ] || exit 5
