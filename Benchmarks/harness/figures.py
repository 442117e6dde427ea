"""Figures of a run: percentiles, and the file that the report is made of."""

import json


def percentile(values, share):
    """By the nearest rank: a value that was seen."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]


def median(values):
    return percentile(values, 0.5)


def write(path, figures):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n")
