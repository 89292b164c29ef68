import type { TFunction } from 'i18next'
import { runtimeKey } from '../texts.ts'
import type { Scope } from './stocktake.ts'

type Named = Scope & { siteName: string; storeName: string }

/** What a stocktake counts, in one line, on screen and on paper alike. */
export function scopeWords(scope: Named, t: TFunction): string {
  const { siteName, storeName, shelfFrom, shelfTo, callFrom, callTo, ddc, material } = scope
  const shelves = { from: shelfFrom, to: shelfTo }
  const calls = { from: callFrom, to: callTo }
  const parts = [
    [siteName, storeName].filter(Boolean).join(' – '),
    isOpen(shelves) ? '' : t(runtimeKey(`stocktake.scope.shelves.${ends(shelves)}`), shelves),
    isOpen(calls) ? '' : t(runtimeKey(`stocktake.scope.calls.${ends(calls)}`), calls),
    ddc === '' ? '' : t('stocktake.scope.ddc', { ddc }),
    material === null ? '' : t(runtimeKey(`catalogue.materials.${material}`)),
  ].filter((part) => part !== '')
  return parts.length === 0 ? t('stocktake.scope.all') : parts.join('; ')
}

type Range = { from: string; to: string }

function isOpen({ from, to }: Range): boolean {
  return from === '' && to === ''
}

function ends({ from, to }: Range): 'from' | 'to' | 'both' {
  if (from === '') return 'to'
  return to === '' ? 'from' : 'both'
}
