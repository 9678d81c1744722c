"""Lets Label Studio's own checker read the configuration, the tasks and the predictions.

python check_label_studio.py FOLDER
"""

import json
import pathlib
import sys

from label_studio_sdk.label_interface import LabelInterface

folder = pathlib.Path(sys.argv[1])
interface = LabelInterface((folder / "config.xml").read_text(encoding="utf-8"))
interface.validate()
tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
assert tasks and all(interface.validate_task(task) for task in tasks), "a task is not taken"
predicted = json.loads((folder / "tasks-with-predictions.json").read_text(encoding="utf-8"))
predictions = [prediction for task in predicted for prediction in task.get("predictions", [])]
assert predictions, "no predictions"
for prediction in predictions:
    assert interface.validate_prediction(prediction), prediction
print(f"Label Studio: {len(tasks)} tasks, {len(predictions)} predictions are taken")
