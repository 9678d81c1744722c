"""How fast VADER and ConvoKit do their own, smaller jobs on the articles that the archive's benchmark reads.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install vaderSentiment==3.3.2 convokit==5.0.0
    npx tsx bench/archive/write-articles.ts /tmp/articles.jsonl 2
    /tmp/peers/bin/python bench/archive/peers.py /tmp/articles.jsonl

VADER gives one sentiment score a sentence (here: a paragraph), no target, no holder, no frame, no evidence. ConvoKit's Coordination
marks which classes of function words each utterance has in common with the one it replies to; it is told who speaks (here: two
speakers in turn, for the cost only). Its politeness strategies need a parse by a spaCy model that no package registry holds, so they
are left out. media-framing finds turns, frames, stance by target and holder, and compares answers with questions. The figures say
what each job costs, not which is better.
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
    from convokit import Corpus, Speaker, Utterance
    from convokit.coordination import Coordination

    speakers = [Speaker(id="asks"), Speaker(id="answers")]
    utterances = []
    for article, text in enumerate(texts):
        parts = paragraphs(text)
        for i, part in enumerate(parts):
            before = f"{article}-{i - 1}" if i else None
            utterances.append(
                Utterance(
                    id=f"{article}-{i}",
                    speaker=speakers[i % 2],
                    conversation_id=f"{article}-0",
                    reply_to=before,
                    text=part,
                )
            )
    corpus = Corpus(utterances=utterances)
    coordination = Coordination()
    coordination.fit(corpus)
    coordination.transform(corpus)
    return len(utterances)


with open(sys.argv[1], encoding="utf-8") as lines:
    articles = [json.loads(line)["text"] for line in lines]
for name, work in [("VADER, sentiment of paragraphs", vader), ("ConvoKit, coordination of paragraphs", convokit)]:
    try:
        report(name, articles, work)
    except Exception as error:  # a peer that is not installed must not hide the other
        print(f"{name}: left out, {type(error).__name__}: {error}")
