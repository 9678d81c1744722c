/** The script of the playground: analyzes what is pasted or dropped, and shows the report in a frame of its own. */
import { analyze, codebooks, FramingError } from '../../src/index.js'
import { renderReport } from '../../src/present/index.js'

const EXAMPLE = `Interview with the minister of transport

Harbor Post: Minister, will you join the sanctions against Ostrenia?

Tomas Verrin: No. We will not join any sanctions. They hurt our own exporters, and we welcome every investor who builds a new port.

Harbor Post: And the attacks on the border posts?

Tomas Verrin: I am not going to comment on that while the army is investigating.`

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const form = find<HTMLFormElement>('form')
const text = find<HTMLTextAreaElement>('text')
const file = find<HTMLInputElement>('file')
const choice = find<HTMLSelectElement>('codebook')
const status = find<HTMLElement>('status')
const frame = find<HTMLIFrameElement>('report')

for (const id of Object.keys(codebooks)) choice.append(new Option(id, id))

function show(): void {
  if (text.value.trim() === '') {
    status.textContent = 'Paste a text first.'
    text.focus()
    return
  }
  try {
    const codebook = codebooks[choice.value as keyof typeof codebooks]
    const analysis = analyze(text.value, { codebook })
    frame.srcdoc = renderReport([analysis], { codebook })
    frame.hidden = false
    status.textContent = `${analysis.paragraphs.length} paragraphs, ${analysis.exchanges.length} exchanges. The report stands below.`
  } catch (error) {
    frame.hidden = true
    status.textContent = error instanceof FramingError ? error.message : `Unexpected: ${String(error)}`
  }
}

async function take(files: FileList | null | undefined): Promise<void> {
  const first = files?.[0]
  if (!first) return
  text.value = await first.text()
  show()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  show()
})
find('example').addEventListener('click', () => {
  text.value = EXAMPLE
  show()
})
file.addEventListener('change', () => void take(file.files))
text.addEventListener('dragover', (event) => {
  event.preventDefault()
  text.classList.add('over')
})
text.addEventListener('dragleave', () => text.classList.remove('over'))
text.addEventListener('drop', (event) => {
  text.classList.remove('over')
  if (!event.dataTransfer?.files.length) return
  event.preventDefault()
  void take(event.dataTransfer.files)
})
