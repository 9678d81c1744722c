"""Runs examples/spark/analyze.py for real and compares every row with a run on one machine.

    python test/spark/check.py FOLDER COMMAND…        COMMAND is `media-framing`, FOLDER takes the files

`.ci/run-spark` installs what this needs. Spark runs two workers; the process of one task is killed once in the middle of its work.
"""

import json
import os
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path

from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]
JOB = ROOT / "examples" / "spark" / "analyze.py"
INTERVIEW = (ROOT / "examples" / "interview.txt").read_text(encoding="utf-8")
MASTER = "local-cluster[2,1,1024]"  # two workers with one core and 1,024 MB each, as processes of their own
PARTITIONS = 6
ARTICLES = 60
LINES_BEFORE_KILL = 4
TABLES = ["articles", "paragraphs", "exchanges", "scores", "errors"]
PLACE_COLUMNS = {"source", "record", "duplicate_of"}
ERROR_COLUMNS = ["doc_id", "code", "message"]


def make_articles() -> list[tuple]:
    """Articles of every kind: interviews, single paragraphs, other scripts, odd white space, a text that is empty and one that is null."""
    texts = [
        INTERVIEW,
        "We firmly oppose the tariffs.\n\nBoth sides agreed to cut tariffs on steel.",
        "Zürich – „Wir sind dagegen“ 🌍.\u2028The two armies held a joint military exercise.\r\n\r\nThe ministers met again.",
        'Tabs\tand "quotes" and \\n that is no line feed. We welcome the treaty.',
        "",
        None,
    ]
    return [(f"article-{i:03d}", f"Title {i}", f"2022-06-{1 + i % 28:02d}", texts[i % len(texts)]) for i in range(ARTICLES)]


def make_input(spark: SparkSession, path: Path) -> None:
    rows = spark.createDataFrame(make_articles(), "id STRING, title STRING, date STRING, text STRING")
    rows.write.mode("overwrite").parquet(str(path))


def run_alone(source: Path, output: Path, program: list[str]) -> dict[str, list[dict]]:
    """The tables of `media-framing archive` on one machine, without the columns that say where a record stood."""
    command = [*program, "archive", str(source), "--out", str(output), "--format", "ndjson", "--part-records", "7", "--quiet"]
    if subprocess.run(command).returncode != 1:
        sys.exit("expected the archive to end with 1, since some records have no text")
    keep = {"errors": ERROR_COLUMNS}
    tables = {}
    for table in TABLES:
        lines = [line for part in sorted((output / table).iterdir()) for line in part.read_text(encoding="utf-8").splitlines()]
        rows = map(json.loads, lines)
        tables[table] = [{key: row[key] for key in keep.get(table, row.keys() - PLACE_COLUMNS)} for row in rows]
    return tables


def run_job(source: Path, output: Path, command: list[str]) -> str:
    """Runs the job as its users do; gives what it logs."""
    submit = [str(Path(sys.executable).with_name("spark-submit")), "--master", MASTER, "--conf", "spark.ui.enabled=false"]
    # Small files are read as one partition; split anew, they are work for both.
    job = [str(JOB), str(source), str(output), "--command", shlex.join(command), "--partitions", str(PARTITIONS)]
    done = subprocess.run(submit + job, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"the job ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stderr


def sort_rows(rows: list[dict]) -> list[str]:
    """Rows in one order; JSON writes 1.0 as 1, so all numbers are read as one kind."""
    numbers = ({key: float(value) if isinstance(value, int) else value for key, value in row.items()} for row in rows)
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in numbers)


def compare(spark: SparkSession, folder: Path, expected: dict[str, list[dict]]) -> None:
    for table in TABLES:
        found = sort_rows([row.asDict() for row in spark.read.parquet(str(folder / table)).collect()])
        wanted = sort_rows(expected[table])
        if found != wanted:
            missing, surplus = list((Counter(wanted) - Counter(found)).elements()), list((Counter(found) - Counter(wanted)).elements())
            sys.exit(f"{table}: {len(missing)} rows missing, {len(surplus)} too many, such as\n{missing[:1]}\n{surplus[:1]}")
        if not wanted:
            sys.exit(f"{table}: expected rows, got none; this would compare nothing with nothing")
        print(f"{table}: {len(found)} rows are the same")


def main() -> None:
    folder, program = Path(sys.argv[1]).resolve(), sys.argv[2:]
    command = [*program, "stream", "--rows"]
    kill_once = ["bash", str(Path(__file__).with_name("kill-once.sh"))]
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    make_input(spark, folder / "articles")
    expected = run_alone(folder / "articles", folder / "alone", program)

    log = run_job(folder / "articles", folder / "tables", command)
    if "Lost task" in log:
        sys.exit(f"expected no task to fail, got\n{log}")
    compare(spark, folder / "tables", expected)

    marker = folder / "killed"
    log = run_job(folder / "articles", folder / "tables-after-kill", [*kill_once, str(marker), str(LINES_BEFORE_KILL), *command])
    if not marker.exists() or log.count("Lost task") != 1:
        sys.exit(f"expected one task to be lost, got {log.count('Lost task')}\n{log}")
    print("one task was killed and tried again:")
    compare(spark, folder / "tables-after-kill", expected)

    # What the docs warn of; should a later PySpark heed the exit code by itself, this says so.
    careless = [*kill_once, str(folder / "killed-unseen"), str(LINES_BEFORE_KILL), *command]
    articles = spark.read.parquet(str(folder / "articles")).repartition(PARTITIONS).toJSON()
    kept = articles.pipe(shlex.join(careless), env=dict(os.environ)).count()
    if kept >= ARTICLES:
        sys.exit(f"expected answers to be lost without checkCode=True, got {kept} of {ARTICLES}")
    print(f"without checkCode=True a killed process loses {ARTICLES - kept} of {ARTICLES} answers without a word")
    spark.stop()


if __name__ == "__main__":
    main()
