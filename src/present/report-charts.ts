import type { Analysis } from '../types.js'
import { escapeHtml, isolate, showSigned } from './html.js'
import { SALIENCE_MEANING } from './wording.js'

const ROW = 18 // units of height of one frame's row
const COLUMN = 10 // units of width of one paragraph; the drawing is stretched to the page
const FAINT = 0.25 // opacity of a frame that is under its threshold
const STANCE_HEIGHT = 90 // units from against to in favor

/** The article from left to right: which frames each paragraph tells, and who speaks. */
export function frameMap(
  { paragraphs }: Analysis,
  article: number,
  frames: readonly string[],
  slots: ReadonlyMap<string, number>,
): string {
  if (frames.length === 0 || paragraphs.length === 0) return ''
  const width = paragraphs.length * COLUMN
  const height = (frames.length + 1) * ROW
  const speakers = paragraphs.map(({ index, role }) => {
    const side = role === 'interviewer' ? 'ask' : 'ans'
    return `<rect class="${side}" x="${index * COLUMN}" y="5" width="${COLUMN - 1}" height="8" data-p="${article}-${index}"/>`
  })
  const cells = paragraphs.flatMap(({ index, frames: scores }) =>
    scores.map(({ frame, salience, present }) => {
      const box = `x="${index * COLUMN}" y="${(frames.indexOf(frame) + 1) * ROW}" width="${COLUMN - 1}" height="${ROW - 2}"`
      const opacity = present ? salience : Math.min(salience, FAINT)
      return `<rect class="${colorClass(frame, slots)}" ${box} fill-opacity="${opacity.toFixed(2)}" data-p="${article}-${index}"/>`
    }),
  )
  const told = frames.map((frame) => {
    const count = paragraphs.filter((each) => each.frames.some((score) => score.frame === frame && score.present)).length
    return `${frame} in ${count}`
  })
  const alt = `Frames of ${paragraphs.length} paragraphs, from the first at the left to the last at the right: ${told.join(', ')}.`
  return `<figure><figcaption>Frames by paragraph: the stronger the color, the higher the salience (0 to 1), ${SALIENCE_MEANING}. The top row is strong where the interviewer speaks. Click a cell to read it.</figcaption>
<div class="map"><div class="names"><span>question</span>${frames.map((frame) => `<span>${isolate(frame)}</span>`).join('')}</div>
<svg role="img" aria-label="${escapeHtml(alt)}" viewBox="0 0 ${width} ${height}" height="${height}" preserveAspectRatio="none">${[...speakers, ...cells].join('')}</svg></div></figure>`
}

/** The overall stance of each paragraph, from against at the bottom to in favor at the top. */
export function stanceLine({ paragraphs }: Analysis, article: number): string {
  const stanced = paragraphs.filter(({ stance }) => stance !== null)
  if (stanced.length === 0) return ''
  const width = paragraphs.length * COLUMN
  const points = stanced.map(({ index, role, stance }) => ({
    index,
    x: (index + 0.5) * COLUMN,
    y: ((1 - (stance?.polarity ?? 0)) / 2) * STANCE_HEIGHT,
    asks: role === 'interviewer',
  }))
  const bars = points.map(({ index, x, y, asks }) => {
    const top = Math.min(y, STANCE_HEIGHT / 2)
    const height = Math.max(1, Math.abs(y - STANCE_HEIGHT / 2))
    return `<rect class="${asks ? 'ask' : 'st'}" x="${x - COLUMN / 2}" y="${top.toFixed(1)}" width="${COLUMN - 2}" height="${height.toFixed(1)}" data-p="${article}-${index}"/>`
  })
  const mean = (asks: boolean): string => {
    const side = stanced.filter(({ role }) => (role === 'interviewer') === asks)
    if (side.length === 0) return 'none'
    return showSigned(side.reduce((sum, { stance }) => sum + (stance?.polarity ?? 0), 0) / side.length)
  }
  const alt = `Overall stance of ${stanced.length} paragraphs from −1 against to +1 in favor: on average ${mean(true)} where the interviewer speaks, ${mean(false)} elsewhere.`
  return `<figure><figcaption>Stance by paragraph, from −1 against (down) to +1 in favor (up); strong where the interviewer speaks.</figcaption>
<div class="map"><div class="names ends"><span>in favor</span><span>against</span></div>
<svg role="img" aria-label="${escapeHtml(alt)}" height="${STANCE_HEIGHT}" viewBox="0 0 ${width} ${STANCE_HEIGHT}" preserveAspectRatio="none"><path class="axis" d="M0 ${STANCE_HEIGHT / 2}H${width}"/>${bars.join('')}</svg></div></figure>`
}

/** Who brings each frame up: how many exchanges keep, introduce or drop it. */
export function agendaTable({ exchanges }: Analysis, frames: readonly string[], slots: ReadonlyMap<string, number>): string {
  const compared = exchanges.flatMap(({ comparison }) => (comparison ? [comparison] : []))
  if (compared.length === 0) return ''
  const rows = frames.map((frame) => {
    const count = (change: string): number =>
      compared.filter(({ frames: changes }) => changes.some((each) => each.frame === frame && each.change === change)).length
    const cells = ['kept', 'introduced', 'dropped'].map((change) => `<td class="n">${count(change)}</td>`)
    return `<tr><th scope="row">${frameName(frame, slots)}</th>${cells.join('')}</tr>`
  })
  return `<div class="scroll" tabindex="0" role="region" aria-label="Frames over the exchanges"><table><caption class="legend">Exchanges in which the answer keeps, introduces or drops a frame</caption>
<thead><tr><th scope="col">Frame</th><th scope="col" class="n">kept</th><th scope="col" class="n">introduced</th><th scope="col" class="n">dropped</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** A frame's name behind its color. */
export function frameName(frame: string, slots: ReadonlyMap<string, number>): string {
  return `<span class="${colorClass(frame, slots)}"><span class="dot"></span>${isolate(frame)}</span>`
}

/** The class that gives a frame its color everywhere; stances share one. */
export function colorClass(frame: string | null, slots: ReadonlyMap<string, number>): string {
  return frame === null ? 'st' : `f${slots.get(frame) ?? 0}`
}
