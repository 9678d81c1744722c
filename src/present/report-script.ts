/** The script of the report: filters, scores that light up their words, words that open their rule. */
export const REPORT_SCRIPT = `
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const form = document.getElementById('filters')
  const shown = document.getElementById('shown')
  const paragraphs = all('.par')
  const blocks = all('.exchange, .alone')
  const has = (list, value) => value === '' || (' ' + list + ' ').includes(' ' + value + ' ')
  const filter = () => {
    let count = 0
    for (const each of paragraphs) {
      const { speaker, frames, targets } = each.dataset
      const keep = has(speaker, form.speaker.value) && has(frames, form.frame.value) && has(targets, form.target.value)
      each.hidden = !keep
      if (keep) count++
    }
    for (const block of blocks) block.hidden = all('.par', block).every((each) => each.hidden)
    shown.textContent = count + ' of ' + paragraphs.length + ' paragraphs shown'
  }
  form.hidden = false
  form.addEventListener('change', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(filter))
  document.addEventListener('toggle', (event) => {
    const score = event.target
    if (!score.matches || !score.matches('.scores details')) return
    const paragraph = score.closest('.par')
    const open = all('.scores details[open]', paragraph).map((each) => each.dataset.s)
    for (const mark of all('.m', paragraph)) mark.classList.toggle('lit', mark.dataset.s.split(' ').some((s) => open.includes(s)))
  }, true)
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1))
    if (!target) return
    if (target.closest('[hidden]')) { form.reset(); filter() }
    for (const each of all('.here')) each.classList.remove('here')
    const details = target.closest('details')
    if (details) { details.open = true; target.classList.add('here') }
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: details ? 'nearest' : 'start' })
  }
  addEventListener('hashchange', arrive)
  document.addEventListener('click', (event) => {
    const mark = event.target.closest('a.m')
    if (mark && mark.hash === location.hash) { event.preventDefault(); arrive() }
    const place = event.target.closest('[data-p]')
    if (place) location.hash = '#p' + place.dataset.p
  })
  filter()
  if (location.hash) arrive()
})()
`

/** SHA-256 of the script for the report's Content-Security-Policy; a test computes it anew. */
export const REPORT_SCRIPT_HASH = 'YhGxUUwabngnAka78W9Ar5cjxHuChQos+hq5SXghnnI='
