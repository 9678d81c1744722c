#!/bin/sh
# A job array: each job writes its shard of the parts into one folder. Run it again and only what is missing is done.
#SBATCH --array=1-40
#SBATCH --cpus-per-task=2 --mem=2G
media-framing archive articles/*.jsonl.gz --out tables \
  --shard "$SLURM_ARRAY_TASK_ID/40" --workers 2 --resume
