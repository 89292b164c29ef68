import type { FileProblem } from './rules.ts'

/**
 * A pattern of names without their ending: `{code}` is the job's number, `{page}` the page (`{page:4}` with exactly
 * four digits), `{*}` anything; all else stands for itself. `{code}_{page:4}` reads SH000123_0007.tif.
 */
const token = /\{(code|page(?::([1-9]))?|\*)\}/g

export type PatternProblem = 'two_pages' | 'unknown_token' | 'forbidden_sign'

export function patternProblem(pattern: string): PatternProblem | null {
  const rest = pattern.replace(token, '')
  if (/[{}]/.test(rest)) return 'unknown_token'
  if (/[<>:"/\\|?*]/.test(rest)) return 'forbidden_sign'
  return [...pattern.matchAll(token)].filter(([, name]) => name?.startsWith('page')).length > 1
    ? 'two_pages'
    : null
}

export type NameReader = (name: string) => { page: number | null } | null

/** Reads the page off a name; null is a name that is not made after the pattern. Capitals and accents are not held against it. */
export function nameReader(pattern: string, code: string): NameReader {
  if (pattern === '') return () => ({ page: null })
  let source = ''
  let at = 0
  for (const match of pattern.matchAll(token)) {
    source += escaped(pattern.slice(at, match.index)) + tokenSource(match[1] ?? '', match[2], code)
    at = match.index + match[0].length
  }
  const form = new RegExp(`^${source}${escaped(pattern.slice(at))}$`, 'iu')
  return (name) => {
    const found = form.exec(stem(name).normalize('NFC'))
    if (!found) return null
    const page = found.groups?.['page']
    return { page: page === undefined ? null : Number(page) }
  }
}

function tokenSource(name: string, digits: string | undefined, code: string): string {
  // Files without a job carry whatever number they came with.
  if (name === 'code') return code === '' ? '.+' : escaped(code)
  if (name === '*') return '.*'
  return digits === undefined ? '(?<page>\\d{1,9})' : `(?<page>\\d{${digits}})`
}

function escaped(text: string): string {
  return text.normalize('NFC').replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&')
}

function stem(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

/** How the next name would be written, as an example for people. */
export function exampleName(pattern: string, code: string, page: number): string {
  return pattern.replace(token, (_, name: string, digits?: string) => {
    if (name === 'code') return code
    if (name === '*') return '…'
    return String(page).padStart(Number(digits ?? 1), '0')
  })
}

export type Range = { from: number; to: number }

/** Runs of pages that are not there, between the first page asked for and the last one found. */
export function gapsIn(pages: readonly number[], firstPage: number): Range[] {
  const gaps: Range[] = []
  let expected = firstPage
  for (const page of [...new Set(pages)].toSorted((a, b) => a - b)) {
    if (page > expected) gaps.push({ from: expected, to: page - 1 })
    expected = Math.max(expected, page + 1)
  }
  return gaps
}

const formatByEnding: Record<string, string> = {
  tif: 'tiff',
  tiff: 'tiff',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  pdf: 'pdf',
}

/** A file whose ending promises another format than it has. */
export function endingProblem(name: string, format: string): FileProblem | null {
  const promised = formatByEnding[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
  return promised !== undefined && promised !== format ? 'wrong_format' : null
}
