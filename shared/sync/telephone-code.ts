import * as z from 'zod'
import { utf8 } from './bytes.ts'
import { checkSign, crockford, tidy } from './crockford.ts'

const codeDigits = 8

export const telephoneCodeText = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z*~$=U]$/)

/** HMAC-SHA256 with the key that library and receiver share since the enrolment. */
export type Authenticate = (message: Uint8Array) => Uint8Array

/** What is read over the telephone to say that this very package has come: 40 bits in two groups and a check sign. */
export function telephoneCode(packageHash: string, authenticate: Authenticate): string {
  const mac = authenticate(utf8(`KHOSACH-RECEIPT1\n${packageHash}`))
  return inGroups(crockford(mac.subarray(0, 5)))
}

/** As it is heard and typed: small letters, O for 0, I and L for 1, groups or none; null where the check sign differs. */
export function readTelephoneCode(typed: string): string | null {
  const signs = tidy(typed)
  const code = inGroups(signs.slice(0, codeDigits))
  return signs.length === codeDigits + 1 && code.endsWith(signs.slice(codeDigits)) ? code : null
}

function inGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}-${checkSign(code)}`
}
