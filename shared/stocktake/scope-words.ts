import type { TFunction } from 'i18next'
import { runtimeKey } from '../texts.ts'
import type { Scope } from './stocktake.ts'

type Named = Scope & { siteName: string; storeName: string }

/** What a stocktake counts, in one line, on screen and on paper alike. */
export function scopeWords(scope: Named, t: TFunction): string {
  const { siteName, storeName, shelfFrom, shelfTo, callFrom, callTo, ddc, material } = scope
  const parts = [
    [siteName, storeName].filter(Boolean).join(' – '),
    range('stocktake.scope.shelves', { from: shelfFrom, to: shelfTo }, t),
    range('stocktake.scope.calls', { from: callFrom, to: callTo }, t),
    ddc === '' ? '' : t('stocktake.scope.ddc', { ddc }),
    material === null ? '' : t(runtimeKey(`catalogue.materials.${material}`)),
  ].filter((part) => part !== '')
  return parts.length === 0 ? t('stocktake.scope.all') : parts.join('; ')
}

function range(place: string, { from, to }: { from: string; to: string }, t: TFunction): string {
  if (from === '' && to === '') return ''
  const kind = from === '' ? 'to' : to === '' ? 'from' : 'both'
  return t(runtimeKey(`${place}.${kind}`), { from, to })
}
