/** The text of a file the person chooses; null where none was chosen. It never leaves the page. */
export function chooseText(accept: string): Promise<string | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.onchange = () =>
      void Promise.resolve(input.files?.[0]?.text()).then((text) => resolve(text ?? null))
    input.oncancel = () => resolve(null)
    input.click()
  })
}

const keptMs = 60_000

/** A small text as a file, saved where the person says. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(/[\\/:*?"<>|]/g, '_')
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
