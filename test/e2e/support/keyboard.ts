import type { CDPSession, Page } from 'playwright-core'

const readerKeyMs = 5

/** As a barcode reader types, then Enter, wherever the focus is; the keys carry a reader's times, however busy the machine. */
export async function scan(page: Page, code: string): Promise<void> {
  const keys = await page.context().newCDPSession(page)
  let atMs = Date.now()
  const timestamp = () => (atMs += readerKeyMs) / 1000
  const sent = [...code].flatMap((text) => [
    keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text, timestamp: timestamp() }),
    keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, timestamp: timestamp() }),
  ])
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  sent.push(
    keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', timestamp: timestamp(), ...enter }),
  )
  sent.push(keys.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp(), ...enter }))
  await Promise.all(sent)
  await keys.detach()
}

export type InputMethod = {
  /** The word so far, still the input method's. */
  compose: (text: string) => Promise<void>
  commit: (text: string) => Promise<void>
  /** A key the input method keeps for itself, as Windows reports it. */
  processKey: () => Promise<void>
}

/** Windows' Vietnamese input: a word is composed letter by letter and belongs to the page only at the end. */
export async function openInputMethod(page: Page): Promise<InputMethod> {
  const keys: CDPSession = await page.context().newCDPSession(page)
  return {
    async compose(text) {
      await keys.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    },
    async commit(text) {
      await keys.send('Input.insertText', { text })
    },
    async processKey() {
      await keys.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        windowsVirtualKeyCode: 229,
      })
    },
  }
}
