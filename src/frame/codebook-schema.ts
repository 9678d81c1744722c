/**
 * The JSON Schema (draft 2020-12) of a codebook in a JSON or YAML file. `defineCodebook` makes the same checks, and two that no schema can
 * say: that every pattern is one (see `parsePattern`) and that ids are distinct.
 *
 * @example
 * codebookSchema.required //=> ['id', 'version', 'frames']
 */
export const codebookSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Codebook of media-framing',
  type: 'object',
  required: ['id', 'version', 'frames'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'Names this schema to an editor.' },
    id: { $ref: '#/$defs/name', description: 'Stands in every result.' },
    version: { $ref: '#/$defs/name', description: 'Semantic version; a change that moves a score is at least a minor one.' },
    threshold: {
      $ref: '#/$defs/share',
      default: 0.5,
      description: 'Salience from which a frame counts as present.',
    },
    frames: { type: 'array', items: { $ref: '#/$defs/frame' } },
    contrasts: {
      type: 'array',
      maxItems: 31,
      items: { $ref: '#/$defs/contrast' },
      description: 'Topics to tell the frames from: fitted beside them, never shown.',
    },
    anchors: {
      type: 'array',
      items: { $ref: '#/$defs/pattern' },
      description: 'Patterns of public affairs that hold words in the sense of the frames against the contrast topics.',
    },
    table: { $ref: '#/$defs/table' },
  },
  $defs: {
    name: { type: 'string', pattern: '\\S' },
    share: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    pattern: {
      type: 'string',
      pattern: '\\S',
      description:
        'Words in any inflection; a/b either word, word* every word that starts so, =word that form only, SWIFT capitals, word:VERB and <NOUN> by part of speech, word? optional, ~3 up to three other words, !word not followed by it, a mark such as , or ? as itself, a & b both in one sentence.',
      examples: ['free trade', 'impose ~3 sanction', 'investment & worry'],
    },
    frame: {
      type: 'object',
      required: ['id', 'definition', 'facets'],
      additionalProperties: false,
      properties: {
        id: { $ref: '#/$defs/name' },
        definition: { $ref: '#/$defs/name', description: 'What a coder reads before coding.' },
        facets: { type: 'array', items: { $ref: '#/$defs/facet' } },
        exclusions: {
          type: 'array',
          items: { $ref: '#/$defs/pattern' },
          default: [],
          description: 'Patterns that void every cue of the frame lying wholly inside them.',
        },
        learnable: {
          type: 'boolean',
          default: true,
          description: 'False where no coded text could teach a fit this frame, so that it is never present.',
        },
      },
    },
    contrast: {
      type: 'object',
      required: ['id', 'definition', 'source', 'cues', 'senses'],
      additionalProperties: false,
      properties: {
        id: { $ref: '#/$defs/name' },
        definition: { $ref: '#/$defs/name' },
        source: { $ref: '#/$defs/name', description: 'Where its words are from.' },
        cues: { type: 'array', items: { $ref: '#/$defs/pattern' }, description: 'Patterns that tell the topic.' },
        senses: {
          type: 'array',
          items: { $ref: '#/$defs/pattern' },
          description: 'Words that mean something else in it: where the topic rules a unit, cues with such a word are void.',
        },
      },
    },
    facet: {
      type: 'object',
      required: ['id', 'cues'],
      additionalProperties: false,
      properties: { id: { $ref: '#/$defs/name' }, cues: { type: 'array', items: { $ref: '#/$defs/cue' } } },
    },
    cue: {
      type: 'object',
      required: ['pattern', 'reliability'],
      additionalProperties: false,
      properties: {
        pattern: { $ref: '#/$defs/pattern' },
        reliability: {
          $ref: '#/$defs/share',
          description: 'The share of paragraphs with this cue that a coder gives the frame.',
        },
        tone: {
          type: 'number',
          minimum: -1,
          maximum: 1,
          description: 'From concern to opportunity; left out where the cue says nothing.',
        },
        note: { type: 'string', description: 'Why it is there, where that is not obvious.' },
      },
    },
    table: {
      type: 'object',
      description: 'Weights learned from coded paragraphs; written by a fit, not by hand.',
      required: ['frames', 'entries', 'weights', 'rarity', 'unseen', 'scale', 'intercepts', 'cues'],
      additionalProperties: false,
      properties: {
        frames: { type: 'array', items: { $ref: '#/$defs/name' } },
        entries: { type: 'string' },
        weights: { type: 'string' },
        rarity: { type: 'string' },
        unseen: { type: 'number' },
        scale: { $ref: '#/$defs/numbers' },
        intercepts: { $ref: '#/$defs/numbers' },
        cues: { type: 'object', additionalProperties: { $ref: '#/$defs/numbers' } },
        listing: {
          type: 'object',
          required: ['most', 'least', 'together', 'present'],
          additionalProperties: false,
          properties: {
            most: { type: 'number' },
            least: { type: 'number' },
            together: { type: 'number' },
            present: { type: 'number' },
          },
        },
      },
    },
    numbers: { type: 'array', items: { type: 'number' } },
  },
} as const
