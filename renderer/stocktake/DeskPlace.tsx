import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cleanText, fold } from '../../shared/fold.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useQuery } from '../app/operations.ts'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

export type StatedPlace = { siteId: number | null; storeId: number | null; shelf: string }

type Props = {
  stocktake: Stocktake
  place: StatedPlace
  onChange: (place: StatedPlace) => void
  onDone: () => void
  /** A file was scanned there before; at the desk somebody stands there now. */
  isOfFile?: boolean
}

const nowhere = ''
const keyOf = ({ siteId, storeId }: Pick<StatedPlace, 'siteId' | 'storeId'>) =>
  siteId === null ? nowhere : `${siteId}/${storeId ?? ''}`

/** Where the person stands: what is scanned from now on is held against it, and the order of the shelf can be checked. */
export function DeskPlace({ stocktake, place, onChange, onDone, isOfFile = false }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const shelf = useRef<HTMLInputElement>(null)
  const words = useStocktakeWords()
  const { value } = useQuery('stocktake.places', { id: stocktake.id })
  const stores = value?.stores ?? []
  const shelves = value?.shelves ?? []
  useShortcut('F2', () => shelf.current?.select())

  function setShelf(typed: string) {
    const clean = cleanText(typed)
    // Written as the books write it, so that A1 and a1 are one shelf.
    const known = shelves.find((each) => fold(each) === fold(clean))
    onChange({ ...place, shelf: known ?? clean })
    if (shelf.current) shelf.current.value = known ?? clean
  }
  return (
    <div className="desk-place">
      <label className="field">
        <span className="label">{t(isOfFile ? 'stocktake.merge.store' : 'stocktake.desk.store')}</span>
        <select
          className="input"
          value={keyOf(place)}
          disabled={stocktake.storeId !== null}
          onChange={({ target }) => {
            const store = stores.find((each) => keyOf(each) === target.value)
            onChange({ ...place, siteId: store?.siteId ?? stocktake.siteId, storeId: store?.storeId ?? null })
            onDone()
          }}
        >
          <option value={keyOf({ siteId: stocktake.siteId, storeId: null })}>
            {stocktake.siteId === null ? t('stocktake.desk.anyStore') : stocktake.siteName}
          </option>
          {stores
            .filter(({ storeId }) => storeId !== null)
            .map((store) => (
              <option key={keyOf(store)} value={keyOf(store)}>
                {words.room(store)}
              </option>
            ))}
        </select>
      </label>
      <label className="field">
        <span className="label">
          {t(isOfFile ? 'stocktake.merge.shelf' : 'stocktake.desk.shelf')}{' '}
          {!isOfFile && <kbd>{t('stocktake.desk.shelfKey')}</kbd>}
        </span>
        <input
          ref={shelf}
          className="input"
          defaultValue={place.shelf}
          placeholder={t('stocktake.desk.anyShelf')}
          list={`${id}-shelves`}
          autoComplete="off"
          maxLength={100}
          onBlur={({ target }) => setShelf(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return
            event.preventDefault()
            setShelf(event.currentTarget.value)
            onDone()
          }}
        />
        <datalist id={`${id}-shelves`}>
          {shelves.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </label>
    </div>
  )
}
