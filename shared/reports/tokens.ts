import type { TFunction } from 'i18next'
import type { Stated } from './contract.ts'
import { ratioOf } from './ratio.ts'

/** What a token says of a figure: its value, the year so far, the share of the plan, the change against last year. */
const asked = ['value', 'year', 'plan', 'change'] as const
type Asked = (typeof asked)[number]
export type Token = { from: number; to: number; code: string; asks: Asked }

const written = /\{([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*|g\.\d[a-z]?)(?::(year|plan|change))?\}/g

/** The numbers of a text that follow the data: {M2b.01}, {M2b.01:year}, {M2b.01:plan}, {M2b.01:change}. */
export function tokensIn(text: string): Token[] {
  return [...text.matchAll(written)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    code: match[1] ?? '',
    asks: asked.find((each) => each === match[2]) ?? 'value',
  }))
}

/**
 * What a person typed over a text, but no token in part: where a change cuts into one, all of it goes; what is typed
 * into one stands behind it.
 */
export function keepTokensWhole(before: string, after: string): { text: string; caret: number } {
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1
  let kept = 0
  const most = Math.min(before.length, after.length) - from
  while (kept < most && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1
  const to = before.length - kept
  const typed = after.slice(from, after.length - kept)
  const isInside = (token: Token, at: number) => token.from < at && at < token.to
  const cut = tokensIn(before).filter((token) => isInside(token, from) || isInside(token, to))
  const [first] = cut
  const last = cut.at(-1)
  if (!first || !last) return { text: after, caret: from + typed.length }
  if (from === to)
    return {
      text: `${before.slice(0, last.to)}${typed}${before.slice(last.to)}`,
      caret: last.to + typed.length,
    }
  const start = Math.min(from, first.from)
  const end = Math.max(to, last.to)
  return { text: `${before.slice(0, start)}${typed}${before.slice(end)}`, caret: start + typed.length }
}

/** Numbers that somebody typed: in words remembered from another period these may no longer hold. */
export function typedNumbers(text: string): { from: number; to: number }[] {
  const tokens = tokensIn(text)
  return [...text.matchAll(/\d+(?:[.,]\d+)*/g)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter(({ from }) => !tokens.some((token) => token.from <= from && from < token.to))
}

export type TokenFigure = Stated & {
  code: string
  yearToDate: Stated | null
  samePeriodLastYear: Stated
  progress: { percent: number | null } | null
}
export type Filled = { text: string; code: string | null; isTyped: boolean }

type Fill = { figures: readonly TokenFigure[]; t: TFunction; number: (value: number) => string }

/** A text as it is read: pieces of words, numbers of figures (`code`), and numbers that somebody typed. */
export function filled(text: string, { figures, t, number }: Fill): Filled[] {
  const pieces: Filled[] = []
  const marks = [
    ...tokensIn(text).flatMap((token) => {
      const figure = figures.find(({ code }) => code === token.code)
      return figure ? [{ ...token, shown: shownOf(token, figure, { t, number }) }] : []
    }),
    ...typedNumbers(text).map((typed) => ({ ...typed, code: null, shown: text.slice(typed.from, typed.to) })),
  ].toSorted((a, b) => a.from - b.from)
  let at = 0
  for (const { from, to, code, shown } of marks) {
    if (from > at) pieces.push({ text: text.slice(at, from), code: null, isTyped: false })
    pieces.push({ text: shown, code, isTyped: code === null })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), code: null, isTyped: false })
  return pieces
}

function shownOf({ asks }: Token, figure: TokenFigure, { t, number }: Pick<Fill, 't' | 'number'>): string {
  switch (asks) {
    case 'value':
      return stated(figure)
    case 'year':
      return stated(figure.yearToDate)
    case 'plan': {
      const percent = figure.progress?.percent
      return percent === null || percent === undefined
        ? t('reports.narrative.noPlan')
        : t('reports.narrative.plan', { percent: number(percent) })
    }
    case 'change': {
      const ratio = ratioOf(figure.code, figure, figure.samePeriodLastYear)
      if (ratio === null) return t('reports.narrative.noChange')
      const percent = number(Math.round(Math.abs(ratio - 100) * 100) / 100)
      return t(`reports.narrative.${ratio > 100 ? 'rose' : ratio < 100 ? 'fell' : 'same'}`, { percent })
    }
  }
  function stated(value: Stated | null): string {
    return value?.status === 'known' && value.value !== null
      ? number(value.value)
      : t('reports.narrative.unknown')
  }
}
