/** What a score row measures. */
export type Measure =
  // of a paragraph, by frame: from 0 to 1, labeled `present` or `below_threshold`
  | 'frame_salience'
  // … its part of all frames' salience, from 0 to 1
  | 'frame_share'
  // … from -1 to +1, labeled `concern`, `balanced` or `opportunity`; no row where nothing says
  | 'frame_tone'
  // … by facet (`frame.facet`), from 0 to 1
  | 'facet_salience'
  // of a paragraph: from -1 to +1, labeled `favor`, `against`, `mixed` or `neutral`; and from 0 to 1
  | 'overall_stance'
  | 'overall_certainty'
  // … the same, towards one target
  | 'stance'
  | 'certainty'
  // of a question: a label; and from 0 to 1 each
  | 'question_form'
  | 'question_initiative'
  | 'question_directness'
  | 'question_assertiveness'
  | 'question_hostility'
  // of an answer: a label with its probability, where the model gives one; and from 0 to 1
  | 'reply_clarity'
  | 'reply_evasion'
  | 'responsiveness'
  // … `accepted`, `challenged` or `left`; no row where the question sets up no premise
  | 'premise'
  // … the same, for one part of the question
  | 'part_clarity'
  | 'part_evasion'
  | 'part_responsiveness'
  // of an exchange, by frame: salience of either side, 0 where it has none
  | 'frame_asked'
  | 'frame_answered'
  // … answer minus question, labeled `kept`, `introduced` or `dropped`; and by facet
  | 'frame_change'
  | 'facet_change'
  // of an exchange: `adopts`, `resists` or `replaces`; and from 0 to 1
  | 'frame_uptake'
  | 'frame_divergence'
  // … by target: polarity of the answer minus that of the question, labeled `aligned`, `softened`, `hardened` or `reversed`
  | 'stance_shift'
  // … by actor: `kept`, `introduced` or `dropped`
  | 'actor_change'
  // … share of the question's content words that the answer takes up; similarity of meaning, from -1 to 1
  | 'wording_overlap'
  | 'wording_similarity'
