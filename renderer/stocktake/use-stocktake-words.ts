import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName } from '../../shared/copies/rules.ts'
import type { ItemClass, ItemPlace, Stocktake, StocktakeState } from '../../shared/stocktake/contract.ts'
import { scopeWords } from '../../shared/stocktake/scope-words.ts'
import { runtimeKey } from '../../shared/texts.ts'

export function isClosed(state: StocktakeState): boolean {
  return state === 'closed' || state === 'signed'
}

/** What a stocktake calls things: its scope, its classes, its places. */
export function useStocktakeWords() {
  const { t } = useTranslation()
  return useMemo(() => {
    const room = ({ siteName, storeName }: Pick<ItemPlace, 'siteName' | 'storeName'>) =>
      placeName(siteName, storeName)
    return {
      scope: (stocktake: Stocktake) => scopeWords(stocktake, t),
      /** Until it is closed, what nobody has seen may still turn up. */
      className: (itemClass: ItemClass | 'twice' | 'undone', state: StocktakeState) =>
        itemClass === 'missing' && !isClosed(state)
          ? t('stocktake.notYet')
          : t(runtimeKey(`stocktake.classes.${itemClass}`)),
      room,
      place: ({ shelf, ...place }: ItemPlace) =>
        [room(place), shelf === '' ? '' : t('stocktake.place.shelf', { shelf })].filter(Boolean).join(', '),
    }
  }, [t])
}
