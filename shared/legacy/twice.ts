import { composed } from './alphabet.ts'
import { syllableCost } from './syllable.ts'
import { encodeUtf8, sequenceAt } from './utf8.ts'
import { asWestern, unitsOf } from './western.ts'

const firstByte = /[\u00C2-\u00F4]/

/**
 * Bytes that windows-1252 leaves empty (0x81, 0x8D, 0x8F, 0x90, 0x9D) are dropped or made U+FFFD by some programs,
 * and 0xA0 becomes a plain space. What is left of the letter, a character that no text has to keep its place, and which
 * letters it may have been.
 */
const losses = [
  { rest: 'á»', place: '\uFDD0', letters: 'ềọỏờỐ' },
  { rest: 'Ä', place: '\uFDD1', letters: 'Đ' },
  { rest: 'Ã', place: '\uFDD2', letters: 'àÁÍÝ' },
]
/** What a program made of the lost byte: a space is it only where it parts nothing from a letter. */
const restOfLoss = /^(?:\uFFFD| (?!\p{L}))/u
const place = /[\uFDD0-\uFDD2]/
const places = /[\uFDD0-\uFDD2]/g
const wordOrLoss = /[\p{L}\uFDD0-\uFDD2]+/gu
/** The most losses that the letters of one word are sought for; more are no word. */
const lossesAtMost = 3

/** UTF-8 that was taken for Western letters, read again; what is no such sequence stays as it is. */
export function decodeTwice(text: string): string {
  if (!firstByte.test(text)) return composed(text)
  const units = unitsOf(text)
  let out = ''
  let isTwice = false
  for (let at = 0; at < units.length;) {
    const found = sequenceAt(units, at)
    if (found) {
      isTwice = true
      out += String.fromCodePoint(found.code)
      at += found.length
      continue
    }
    const loss = (units[at] ?? 0) < 0xc2 ? undefined : losses.find(({ rest }) => text.startsWith(rest, at))
    out += loss?.place ?? text.charAt(at)
    at += loss?.rest.length ?? 1
    if (loss && restOfLoss.test(text.slice(at, at + 2))) at++
  }
  return composed(isTwice ? restored(out) : text)
}

function restored(text: string): string {
  if (!place.test(text)) return text
  return text.replace(wordOrLoss, (word) => (place.test(word) ? restoredWord(word) : word))
}

function restoredWord(word: string): string {
  const plain = word.replace(places, (one) => lossOf(one)?.rest ?? '')
  const isTooMuch = (word.match(places)?.length ?? 0) > lossesAtMost
  // Ã is a letter of its own in words of capitals.
  const isCapitals = word.includes('\uFDD2') && plain.length > 1 && plain === plain.toUpperCase()
  if (isTooMuch || isCapitals) return plain
  const likeliest = readingsOf(word)
    .map((reading) => ({ reading, cost: syllableCost(reading) ?? Infinity }))
    .toSorted((a, b) => a.cost - b.cost)[0]
  return likeliest && likeliest.cost < Infinity ? likeliest.reading : plain
}

function lossOf(character: string) {
  return losses.find((one) => one.place === character)
}

function readingsOf(word: string): string[] {
  const loss = lossOf(place.exec(word)?.[0] ?? '')
  if (!loss) return [word]
  return [...loss.letters].flatMap((letter) => readingsOf(word.replace(loss.place, letter)))
}

export function encodeTwice(text: string): number[] {
  return encodeUtf8(asWestern(Uint8Array.from(encodeUtf8(text))))
}
