import * as z from 'zod'
import { utf8 } from './bytes.ts'

/** Crockford's digits: none that looks or sounds like another. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkDigits = `${digits}*~$=U`
const codeDigits = 8

export const telephoneCodeText = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z*~$=U]$/)

/** HMAC-SHA256 with the key that library and receiver share since the enrolment. */
export type Authenticate = (message: Uint8Array) => Uint8Array

/** What is read over the telephone to say that this very package has come: 40 bits in two groups and a check sign. */
export function telephoneCode(packageHash: string, authenticate: Authenticate): string {
  const mac = authenticate(utf8(`KHOSACH-RECEIPT1\n${packageHash}`))
  let value = 0n
  for (const byte of mac.subarray(0, 5)) value = (value << 8n) | BigInt(byte)
  let text = ''
  for (let digit = codeDigits - 1; digit >= 0; digit--)
    text += digits[Number((value >> BigInt(5 * digit)) & 31n)]
  return `${text.slice(0, 4)}-${text.slice(4)}-${checkDigits[Number(value % 37n)]}`
}

/** As it is heard and typed: small letters, O for 0, I and L for 1, groups or none; null where the check sign differs. */
export function readTelephoneCode(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s.–—-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (signs.length !== codeDigits + 1) return null
  let value = 0n
  for (const sign of signs.slice(0, codeDigits)) {
    const digit = digits.indexOf(sign)
    if (digit < 0) return null
    value = (value << 5n) | BigInt(digit)
  }
  const check = checkDigits[Number(value % 37n)]
  return signs[codeDigits] === check ? `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${check}` : null
}
