"""Computes with the named reference programs what the tests of `media-framing/research` compare with.

python make_figures.py FILE        writes the figures; `.ci/run-references` compares them with figures.json
"""

import json
import sys

import krippendorff
import numpy as np
from ppi_py import ppi_mean_ci, ppi_mean_pointestimate
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    accuracy_score,
    brier_score_loss,
    cohen_kappa_score,
    f1_score,
    precision_score,
    recall_score,
    roc_auc_score,
)

chance = np.random.default_rng(11)
LEVELS = ["nominal", "ordinal", "interval", "ratio"]


def agreement():
    for coders, units, values, missing in [(2, 30, 2, 0), (3, 40, 4, 0.2), (5, 25, 3, 0.4), (2, 60, 7, 0.1)]:
        truth = chance.integers(1, values + 1, units)
        data = np.array(
            [[float(t) if chance.random() < 0.7 else float(chance.integers(1, values + 1)) for t in truth] for _ in range(coders)]
        )
        data[chance.random(data.shape) < missing] = np.nan
        both = ~np.isnan(data).any(axis=0)
        one, other = data[0][both], data[1][both]
        yield {
            "rows": [[None if np.isnan(x) else int(x) for x in row] for row in data],
            "alpha": {level: float(krippendorff.alpha(reliability_data=data, level_of_measurement=level)) for level in LEVELS},
            "kappa": float(cohen_kappa_score(one, other)) if coders == 2 else None,
            "percent": float(accuracy_score(one, other)) if coders == 2 else None,
        }


def validation():
    for count in (40, 120):
        truth = (chance.random(count) < 0.35).astype(int)
        scores = np.round(np.clip(0.25 + 0.4 * truth + chance.normal(0, 0.25, count), 0, 1), 2)
        labels = (scores >= 0.5).astype(int)
        observed, predicted = calibration_curve(truth, scores, n_bins=10)
        for weights in (None, np.round(chance.uniform(1, 5, count), 2)):
            how = {"sample_weight": weights}
            yield {
                "truth": truth.tolist(),
                "scores": scores.tolist(),
                "weights": None if weights is None else weights.tolist(),
                "accuracy": float(accuracy_score(truth, labels, **how)),
                "precision": float(precision_score(truth, labels, **how)),
                "recall": float(recall_score(truth, labels, **how)),
                "f1": float(f1_score(truth, labels, **how)),
                "macroF1": float(f1_score(truth, labels, average="macro", **how)),
                "auc": float(roc_auc_score(truth, scores, **how)),
                "brier": float(brier_score_loss(truth, scores, **how)),
                "curve": None if weights is not None else {"observed": observed.tolist(), "score": predicted.tolist()},
            }


def shares():
    for coded, rest, kind in [(40, 120, "labels"), (60, 300, "grades"), (25, 60, "numbers")]:
        hidden = chance.normal(size=coded + rest)
        truth = (hidden + chance.normal(size=coded + rest) > 0.6).astype(float)
        scores = 1 / (1 + np.exp(-hidden))
        if kind == "labels":
            scores = (hidden + chance.normal(size=coded + rest) * 0.7 > 0.2).astype(float)
        if kind == "numbers":
            truth = hidden * 2 + chance.normal(size=coded + rest)
            scores = hidden * 1.5 + 0.3
        scores = np.round(scores, 6)
        truth = np.round(truth, 6)
        parts = truth[:coded], scores[:coded], scores[coded:]
        low, high = ppi_mean_ci(*parts, alpha=0.05)
        yield {
            "truth": truth[:coded].tolist(),
            "scores": scores.tolist(),
            "estimate": float(np.ravel(ppi_mean_pointestimate(*parts))[0]),
            "low": float(np.ravel(low)[0]),
            "high": float(np.ravel(high)[0]),
        }


figures = {"agreement": list(agreement()), "validation": list(validation()), "shares": list(shares())}
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(figures, file, indent=None, separators=(",", ":"))
    file.write("\n")
