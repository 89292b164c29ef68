import { SaxesParser } from 'saxes'

export type XmlAttributes = Record<string, string>
/** Names come without their namespace prefixes, which every program chooses for itself. */
export type XmlHandlers = {
  open: (name: string, attributes: XmlAttributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

export type XmlFeed = {
  write: (bytes: Uint8Array) => void
  end: () => void
  /** The first thing wrong with the XML; null while nothing is. */
  problem: () => string | null
}

/** A cell holds 32,767 characters; a run of this many bytes without any markup is made to fill the memory. */
const longestRun = 8 * 2 ** 20
const markup = 0x3c

/**
 * XML of a workbook as it streams by. Entities that a document declares itself are never expanded, so none can blow up;
 * malformed places are noted and reading goes on behind them.
 */
export function xmlFeed({ open, text, close }: XmlHandlers): XmlFeed {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder()
  let problem: string | null = null
  let run = 0
  parser.on('error', ({ message }) => {
    // Old programs let control characters through, which harms nothing: they are dropped where text is stored.
    if (!message.includes('disallowed character.')) problem ??= message
  })
  parser.on('opentag', ({ name, attributes }) => open(bare(name), attributes))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close) parser.on('closetag', ({ name }) => close(bare(name)))
  return {
    write(bytes) {
      run = bytes.includes(markup) ? 0 : run + bytes.length
      if (run > longestRun) throw new Error('text without end')
      parser.write(decoder.decode(bytes, { stream: true }))
    },
    end() {
      parser.write(decoder.decode())
      parser.close()
    },
    problem: () => problem,
  }
}

function bare(name: string): string {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}

/** The attribute of this bare name, whatever its prefix: r:id in one program is rel:id in another. */
export function prefixed(attributes: XmlAttributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => bare(each) === name)
  return key === undefined ? undefined : attributes[key]
}

/** Reads a small part whole. */
export async function feedAll(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const feed = xmlFeed(handlers)
  for await (const chunk of chunks) feed.write(chunk)
  feed.end()
}
