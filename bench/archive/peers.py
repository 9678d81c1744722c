"""How fast VADER and ConvoKit do their own, smaller jobs on the articles that the archive's benchmark reads.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install vaderSentiment==3.3.2 convokit==3.0.0
    npx tsx bench/archive/write-articles.ts /tmp/articles.jsonl 2
    /tmp/peers/bin/python bench/archive/peers.py /tmp/articles.jsonl

VADER gives one sentiment score a sentence (here: a paragraph), no target, no holder, no frame, no evidence. ConvoKit's
PolitenessStrategies marks strategies of politeness in an utterance; it needs a dependency parse by spaCy, which is most of its
time. media-framing finds turns, frames, stance by target and holder, and compares answers with questions. The figures say what
each job costs, not which is better.
"""
import json
import sys
import time

MEGABYTE = 1e6  # characters


def report(name, texts, work):
    start = time.perf_counter()
    results = work(texts)
    seconds = time.perf_counter() - start
    size = sum(map(len, texts)) / MEGABYTE
    print(f"{name:44} {size / seconds:8.3f} MB/s   {results} results from {size:.1f} MB")


def paragraphs(text):
    return [part for part in text.split("\n\n") if part.strip()]


def vader(texts):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return sum(1 for text in texts for part in paragraphs(text) if analyzer.polarity_scores(part))


def convokit(texts):
    from convokit import Corpus, PolitenessStrategies, Speaker, TextParser, Utterance

    speaker = Speaker(id="author")
    utterances = [
        Utterance(id=str(i), speaker=speaker, conversation_id=str(i), text=text) for i, text in enumerate(texts)
    ]
    corpus = Corpus(utterances=utterances)
    corpus = TextParser(verbosity=0).transform(corpus)
    corpus = PolitenessStrategies().transform(corpus)
    return sum(1 for utterance in corpus.iter_utterances() if utterance.meta["politeness_strategies"])


with open(sys.argv[1], encoding="utf-8") as lines:
    articles = [json.loads(line)["text"] for line in lines]
for name, work in [("VADER, sentiment of paragraphs", vader), ("ConvoKit, parse and politeness of articles", convokit)]:
    try:
        report(name, articles, work)
    except Exception as error:  # a peer that is not installed must not hide the other
        print(f"{name}: left out, {type(error).__name__}: {error}")
