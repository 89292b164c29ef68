import type { Piece } from '../../standards/index.ts'
import { zipWriter } from './zip.ts'

/** A file in the zip, which goes on in another one where it would become too large to handle. */
export type Part = { add: (piece: Piece) => void; end: () => void }
export type Parts = {
  open: (path: string, head: Piece, foot: Piece) => Part
  write: (path: string, pieces: readonly Piece[]) => void
  finish: () => void
}

/** A quarter of what a zip's fields can count for each file in it. */
const largest = 2 ** 30

export function openParts(now: string, write: (piece: Piece) => void, most = largest): Parts {
  const zip = zipWriter(now)
  function open(path: string, head: Piece, foot: Piece): Part {
    let number = 1
    function begin(): void {
      write(zip.begin(number === 1 ? path : path.replace(/(?=\.\w+$)/, `-${number}`)))
      write(zip.add(head))
    }
    function end(): void {
      write(zip.add(foot))
      write(zip.end())
    }
    begin()
    return {
      add(piece) {
        if (zip.size() > most) {
          end()
          number += 1
          begin()
        }
        write(zip.add(piece))
      },
      end,
    }
  }
  return {
    open,
    write(path, pieces) {
      const part = open(path, '', '')
      for (const piece of pieces) part.add(piece)
      part.end()
    },
    finish: () => write(zip.foot()),
  }
}
