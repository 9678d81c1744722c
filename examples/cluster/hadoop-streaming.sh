#!/bin/sh
# The contract of the stream serves a mapper without a reducer. A mapper that dies fails its task, which is tried again.
mapred streaming -D mapreduce.job.reduces=0 \
  -input articles.ndjson -output answers -mapper 'media-framing stream --rows'
