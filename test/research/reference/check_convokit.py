"""Lets ConvoKit load the corpus, and its FightingWords compare the same words.

python check_convokit.py FOLDER
"""

import json
import pathlib
import sys

import numpy as np
from convokit import Corpus, FightingWords

folder = pathlib.Path(sys.argv[1])
corpus = Corpus(filename=str(folder / "corpus"))
utterances = [json.loads(line) for line in (folder / "corpus" / "utterances.jsonl").read_text(encoding="utf-8").splitlines()]
assert [utterance.id for utterance in corpus.iter_utterances()] == [utterance["id"] for utterance in utterances]
for utterance in utterances:
    own = corpus.get_utterance(utterance["id"])
    assert own.text == utterance["text"] and own.speaker.id == utterance["speaker"] and own.reply_to == utterance["reply-to"]
    assert own.meta["frames"] == utterance["meta"]["frames"]
assert all(conversation.check_integrity(verbose=False) for conversation in corpus.iter_conversations())

words = json.loads((folder / "words.json").read_text(encoding="utf-8"))


class Counted:
    """Stands for a vectorizer: the counts are given, so that words are cut alike."""

    vocabulary_ = {word["term"]: i for i, word in enumerate(words)}

    def fit_transform(self, _):
        counts = np.array([[word["countA"] for word in words], [word["countB"] for word in words]])
        return type("Counts", (), {"toarray": lambda self: counts})()


fighting = FightingWords(cv=Counted(), prior=0.1)
fighting.text_func = lambda text: text
z = fighting._bayes_compare_language(["a"], ["b"])
wrong = [word for word in words if abs(z[word["term"]] - word["z"]) > 1e-6]
assert not wrong, wrong[:3]
print(f"ConvoKit: {len(utterances)} utterances are loaded, {len(words)} words have the same z")
