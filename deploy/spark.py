"""Reads pages as JSON lines on a Spark cluster: onrecord is run once for each partition.

    spark-submit spark.py PAGES RESULTS [PARTITIONS]

PAGES and RESULTS are what Spark's textFile takes: a file, a folder, hdfs://, s3a://. Every worker needs onrecord on its PATH, or
ONRECORD names it. A line that cannot be read keeps its place, with an error; the exit code is then 5.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession

pages, results, *rest = sys.argv[1:]
onrecord = os.environ.get("ONRECORD", "onrecord")
# Spark takes any exit code but 0 for a partition that is lost, and does it again. 5 says that some lines could not be read,
# which is told of in their place. Without checkCode a process that died would leave its lines out, and nobody would know.
command = shlex.join(["sh", "-c", f"{onrecord} pipe --jobs 1; code=$?; [ $code -eq 5 ] || exit $code"])

spark = SparkSession.builder.appName("onrecord").getOrCreate()
lines = spark.sparkContext.textFile(pages).filter(lambda line: line.strip() != "")
if rest:
    # A file packed as .gz cannot be split: without this, one worker would do all of it.
    lines = lines.repartition(int(rest[0]))
lines.cache()
# PySpark gives the process no environment at all unless it is told to, so that nothing would be found on PATH.
environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
lines.pipe(command, env=environment, checkCode=True).saveAsTextFile(results)

read = spark.read.schema("error struct<code: string, message: string>").json(results)
there, failed = read.count(), read.where("error is not null").count()
given = lines.count()
print(f"{given} lines in, {there} lines out, {failed} could not be read", file=sys.stderr)
spark.stop()
if there != given:
    sys.exit("Lines are missing. Do the run again.")
sys.exit(5 if failed else 0)
