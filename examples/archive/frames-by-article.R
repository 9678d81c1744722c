# How many articles are told in each frame. Needs the packages arrow and dplyr.
library(arrow)
library(dplyr)

open_dataset("tables/scores") |>
  filter(measure == "frame_salience", label == "present") |>
  distinct(doc_id, category) |>
  count(category) |>
  collect()
