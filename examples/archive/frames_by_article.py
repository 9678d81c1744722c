"""How many articles are told in each frame, with pandas or Spark. Needs pandas and pyarrow, or pyspark."""


def with_pandas(tables: str = "tables"):
    import pandas as pd

    scores = pd.read_parquet(f"{tables}/scores")
    present = scores[(scores.measure == "frame_salience") & (scores.label == "present")]
    return present.groupby("category").doc_id.nunique()


def with_spark(spark, tables: str = "tables"):
    from pyspark.sql import functions as F

    present = spark.read.parquet(f"{tables}/scores").where("measure = 'frame_salience' AND label = 'present'")
    return present.groupBy("category").agg(F.countDistinct("doc_id").alias("articles"))


if __name__ == "__main__":
    print(with_pandas())
