#!/usr/bin/env bash
# Times `score` on a million model outputs: real ones, repeated. Rows that repeat a problem and a
# model are further samples, so pass@k and maj@k are counted too.
#
#   benchmarks/score.sh OUTPUTS.jsonl [ROWS]
set -euo pipefail

outputs=${1:?usage: benchmarks/score.sh OUTPUTS.jsonl [ROWS]}
rows=${2:-1000000}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/mathscale-score.XXXXXX")
trap 'rm -rf "$work"' EXIT

[ -s "$outputs" ] || { echo "OUTPUTS must be a file with rows: $outputs" >&2; exit 2; }
# head closes the pipe when it has enough; sed ends the last line where the file does not.
(while sed -e '$a\' "$outputs"; do :; done 2> "$work/sed.log" || true) | head -n "$rows" > "$work/outputs.jsonl"
echo "workspace = \"$work/workspace\"" > "$work/score.conf"
echo "$(wc -l < "$work/outputs.jsonl") outputs, $(du -m "$work/outputs.jsonl" | cut -f1) MB, $(nproc) cores"

time "$root/mathscale" score --config "$work/score.conf" --set "outputs.path=$work/outputs.jsonl" > "$work/scores.txt"
tail -n 6 "$work/scores.txt"
