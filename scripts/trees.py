#!/usr/bin/env python3
"""Trains the decision trees by which pages are read, and writes them as Swift.

usage: trees.py EXAMPLES [--aside EXAMPLES] [--only gap,head] [--real FOLDER,FOLDER] [--write FOLDER]

EXAMPLES is a folder that `Train --examples FOLDER PAGES...` wrote. With --aside, says how often the trees are right on examples
that they were not trained on. --real: folders of pages that no script made, by their last two names. --write:
Sources/Corpus/Segmentation/Weights. Needs catboost from PyPI.
"""
import argparse
import csv
import json
import math
import pathlib
import tempfile
from collections import namedtuple

import numpy
from catboost import CatBoostClassifier

DEPTH = 6

Question = namedtuple("Question", "swift trees rate asks over")
QUESTIONS = {
    "head": Question("HeadTrees", 65, 16, "Whether a line is one of a headline", "HeadSigns"),
    "gap": Question("GapTrees", 65, 16, "Whether the story above a gap does not go on below it", "GapSigns"),
    "resumption": Question("ResumptionTrees", 60, 15, "Whether a story that was set aside goes on", "GapSigns"),
    "byline": Question("BylineTrees", 30, 9, "Whether a byline between two stories is of the lower one", "LayoutBuilder"),
    "bond": Question("BondTrees", 40, 6, "Whether two headline lines are of one block", "BondSigns"),
    "place": Question("PlaceTrees", 65, 13, "Whether a headline line is of a story", "PlaceSigns"),
    "section": Question("SectionTrees", 30, 5, "Whether a line inside a story is none of a headline", "PlaceSigns"),
}
Examples = namedtuple("Examples", "folders signs answers")


def examples(path):
    """The examples of a table."""
    with open(path, encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    signs = numpy.array([[float(value) for value in row[3:]] for row in rows])
    return Examples([row[0] for row in rows], signs, numpy.array([int(row[2]) for row in rows]))


def train(question, known, real):
    """Trees for a question; `rate`: how far all of them together go, at most a third each. Pages whose columns are out of order
    (`pdftotext` without -raw) count less, since they mislead elsewhere, and pages as they are, which are few, count more."""
    model = CatBoostClassifier(
        iterations=question.trees, depth=DEPTH, learning_rate=min(0.33, question.rate / question.trees),
        border_count=64, l2_leaf_reg=6, random_seed=1, boosting_type="Plain", verbose=False, allow_writing_files=False,
    )
    weights = [10 if name in real else 0.4 if name.endswith("/text") else 1 for name in known.folders]
    return model.fit(known.signs, known.answers, sample_weight=weights)


def report(title, model, asked):
    """Prints how often the trees are right, and their mean surprise, for each folder."""
    odds = model.predict(asked.signs, prediction_type="RawFormulaVal")
    surprises = numpy.logaddexp(0, numpy.where(asked.answers == 1, -odds, odds))
    for folder in dict.fromkeys(asked.folders):
        here = numpy.array([other == folder for other in asked.folders])
        right = numpy.mean((odds[here] > 0) == (asked.answers[here] == 1))
        print(f"  {title} {folder}: {here.sum()} asked, {right:.4f} right, {surprises[here].mean():.4f} nats")


def table(model):
    """The trees as base, signs, limits, leaves."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        model.save_model(file.name, format="json")
        trees = json.loads(pathlib.Path(file.name).read_text(encoding="utf-8"))
    scale, bias = trees["scale_and_bias"]
    signs, limits, leaves = [], [], []
    for tree in trees["oblivious_trees"]:
        splits = tree["splits"] or []
        values = [value * scale for value in tree["leaf_values"]]
        signs += [split["float_feature_index"] for split in splits] + [0] * (DEPTH - len(splits))
        limits += [split["border"] for split in splits] + [math.inf] * (DEPTH - len(splits))
        leaves += values + [0.0] * ((1 << DEPTH) - len(values))
    return bias[0], signs, limits, leaves


def numbers(values):
    """Numbers as the lines of a Swift literal."""
    texts = [f"{value:.4g}" if math.isfinite(value) else ".infinity" for value in values]
    rows = (texts[at : at + 16] for at in range(0, len(texts), 16))
    return "".join("      " + ", ".join(row) + ",\n" for row in rows)


def swift(question, model):
    """The trees as a Swift source."""
    base, signs, limits, leaves = table(model)
    return f"""// swift-format-ignore-file
// Made by scripts/trees.py. Do not edit.

/// {question.asks}: trees over `{question.over}`.
enum {question.swift} {{
  static let trained = DecisionTrees(
    base: {base:.4g},
    signs: [
{numbers(signs)}    ],
    limits: [
{numbers(limits)}    ],
    leaves: [
{numbers(leaves)}    ])
}}
"""


def main():
    """Reads the command line, trains, reports, writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=pathlib.Path)
    parser.add_argument("--aside", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(QUESTIONS))
    parser.add_argument("--real", default="")
    parser.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    for name in options.only.split(","):
        question = QUESTIONS[name]
        print(f"{name}: {question.asks}")
        known = examples(options.examples / f"{name}.tsv")
        model = train(question, known, options.real.split(","))
        report("tuned", model, known)
        if options.aside:
            report("aside", model, examples(options.aside / f"{name}.tsv"))
        if options.write:
            (options.write / f"{question.swift}.swift").write_text(swift(question, model), encoding="utf-8")


if __name__ == "__main__":
    main()
