"""Analyzes a Parquet archive of press articles on Apache Spark and writes one Parquet table for each kind of row.

    pip install pyspark==4.0.5                # tried with this version, Python 3.11 and Java 17
    npm install --global media-framing        # on every machine that runs tasks
    spark-submit examples/spark/analyze.py articles.parquet tables

Each partition of the input is piped as lines of JSON through `media-framing stream --rows`, which answers one line with one
line. The input has columns `id` and `text`, and as many of `title`, `date`, `outlet`, `author`, `categories`, `url` and `language` as
there are; for other names give `--command "media-framing stream --rows --map text=body,title=headline"`.

The output folder gets the tables `articles`, `paragraphs`, `exchanges` and `errors`, and `scores` partitioned by `measure`. A record that
cannot be analyzed is a row of `errors`, not a failed task; a process that dies fails its task, which Spark tries again.

PySpark ignores how a piped command ends unless it is told otherwise: without `checkCode=True` a process that is killed halfway counts
as done, and the rest of its partition is missing without a word. It also starts the command with an empty environment, so PATH is
handed on here.
"""

import argparse
import os
import sys

from pyspark import RDD, StorageLevel
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, explode, from_json

OF_EACH = "codebook_hash STRING, lib_version STRING"

TABLES = {
    "articles": f"""doc_id STRING, title STRING, date STRING, outlet STRING, author STRING, url STRING, language STRING,
        categories STRING, length INT, paragraphs INT, turns INT, exchanges INT, repairs INT, issues STRING,
        codebook_id STRING, codebook_version STRING, {OF_EACH}""",
    "paragraphs": f"""doc_id STRING, paragraph_id INT, turn_id INT, speaker STRING, role STRING, start INT, `end` INT,
        text STRING, {OF_EACH}""",
    "exchanges": f"""doc_id STRING, exchange_id INT, question_turn_id INT, answer_turn_id INT, interviewer STRING,
        respondent STRING, question STRING, answer STRING, question_form STRING, reply_clarity STRING, reply_evasion STRING,
        responsiveness DOUBLE, premise STRING, frame_uptake STRING, frame_divergence DOUBLE, frames_kept STRING,
        frames_introduced STRING, frames_dropped STRING, {OF_EACH}""",
    "scores": f"""doc_id STRING, paragraph_id INT, exchange_id INT, speaker STRING, role STRING, measure STRING,
        category STRING, target STRING, holder STRING, value DOUBLE, label STRING, start INT, `end` INT, quote STRING, {OF_EACH}""",
}

ANSWER = "ok BOOLEAN, id STRING, error STRUCT<code: STRING, message: STRING>, rows STRUCT<{}>".format(
    ", ".join(f"{table}: ARRAY<STRUCT<{columns}>>" for table, columns in TABLES.items())
)


def to_lines(articles: DataFrame) -> RDD[str]:
    """Each article as a line of JSON; a null stays one, so that an error says the same as on one machine."""
    articles.sparkSession.conf.set("spark.sql.jsonGenerator.ignoreNullFields", "false")
    return articles.toJSON()


def analyze(articles: DataFrame, command: str) -> DataFrame:
    """Answers each article with one row: `ok`, `id`, `error` and the arrays of `rows`."""
    lines = to_lines(articles).pipe(command, env=dict(os.environ), checkCode=True)
    answers = articles.sparkSession.createDataFrame(lines.map(lambda line: (line,)), "line STRING")
    # FAILFAST: a line that does not fit the schema must stop the job instead of becoming a row of nulls.
    return answers.select(from_json("line", ANSWER, {"mode": "FAILFAST"}).alias("answer")).select("answer.*")


def write_tables(answers: DataFrame, folder: str) -> None:
    """Writes each table; partitions of earlier runs are replaced."""
    for table in TABLES:
        rows = answers.where("ok").select(explode(col("rows")[table]).alias("row")).select("row.*")
        writer = rows.write.mode("overwrite")
        (writer.partitionBy("measure") if table == "scores" else writer).parquet(f"{folder}/{table}")
    errors = answers.where("NOT ok").select(col("id").alias("doc_id"), "error.code", "error.message")
    errors.write.mode("overwrite").parquet(f"{folder}/errors")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", help="Parquet file or folder")
    parser.add_argument("output", help="folder for the tables")
    parser.add_argument("--command", default="media-framing stream --rows", help="what each partition is piped through")
    parser.add_argument("--partitions", type=int, help="split the input anew, so that every core has work")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("media-framing").getOrCreate()
    articles = spark.read.parquet(arguments.input)
    if arguments.partitions:
        articles = articles.repartition(arguments.partitions)
    # On disk, so that the articles are analyzed once and not once for every table.
    answers = analyze(articles, arguments.command).persist(StorageLevel.DISK_ONLY)
    write_tables(answers, arguments.output)

    read, answered = articles.count(), answers.count()
    failed = spark.read.parquet(f"{arguments.output}/errors").count()
    spark.stop()
    print(f"{read} records read, {answered - failed} analyzed, {failed} in errors", file=sys.stderr)
    if read != answered:
        sys.exit(f"Expected one answer for each of {read} records, got {answered}. Check that the command is `media-framing stream --rows`.")


if __name__ == "__main__":
    main()
