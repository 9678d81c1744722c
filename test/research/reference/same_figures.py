"""Says whether two files of figures are the same to 1e-6.

python same_figures.py FILE FILE
"""

import json
import sys


def differ(one, other, place=""):
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return [each for key in one for each in differ(one[key], other[key], f"{place}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [each for i in range(len(one)) for each in differ(one[i], other[i], f"{place}[{i}]")]
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return [] if abs(one - other) <= 1e-6 else [f"{place}: {one} and {other}"]
    return [] if one == other else [f"{place}: {one} and {other}"]


files = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3]]
wrong = differ(*files)
print("\n".join(wrong) or "reference figures: the same")
sys.exit(1 if wrong else 0)
