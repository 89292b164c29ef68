const accepted = '.xlsx,.xls,.ods,.csv,.txt'

/** One spreadsheet or text file, as the person chooses it. */
export function chooseTable(): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accepted
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.oncancel = () => resolve(null)
    input.click()
  })
}
