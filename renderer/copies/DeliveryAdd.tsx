import { useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { conditions } from '../../shared/copies/contract.ts'
import { useKept } from '../app/kept.ts'
import { Button } from '../ui/Button.tsx'
import { isComposing } from '../ui/keys.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { rowsOf, seriesFor, type DeliveryRow, type Series } from './delivery-rows.ts'
import { useCarriedTitle } from './title-carried.ts'
import { TitlePicker, type FoundTitle } from './TitlePicker.tsx'
import { usePlaces, useSeriesOptions } from './use-places.ts'

type ChosenTitle = Pick<FoundTitle, 'id' | 'title' | 'part' | 'material' | 'callNumber' | 'copies'>
type Props = {
  voucherId: number
  titleBox: RefObject<HTMLInputElement | null>
  series: readonly Series[]
  /** How many rows the grid still takes. */
  room: number
  onAdd: (rows: DeliveryRow[]) => void
}

/** One title of the delivery: what it is, how many came, at what price, where they go. Enter goes on to the next box. */
export function DeliveryAdd({ voucherId, titleBox, series, room, onAdd }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { options: places } = usePlaces()
  const { options: seriesOptions } = useSeriesOptions()
  const [title, setTitle] = useState<ChosenTitle | null>(null)
  const [count, setCount] = useState<number | null>(1)
  const [price, setPrice] = useState<number | null>(null)
  const [place, setPlace] = useKept('delivery.place', '')
  const [shelf, setShelf] = useKept('delivery.shelf', '')
  const [ownSeries, setSeries] = useState('')
  const chosenPlace = places.some(({ value }) => value === place) ? place : (places[0]?.value ?? '')
  const proposed = title && seriesFor(title.material, series)
  const seriesKey = ownSeries || String(proposed?.id ?? '')
  const isFull = count !== null && count > room
  const isReady = title !== null && count !== null && Number.isInteger(count) && count > 0 && !isFull

  function pick(found: ChosenTitle) {
    setTitle(found)
    setSeries('')
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[name="delivery-count"]')?.select())
  }
  useCarriedTitle(pick)
  function add(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    onAdd(
      rowsOf({
        titleId: title.id,
        title: title.part ? `${title.title}. ${title.part}` : title.title,
        count,
        callNumber: title.callNumber,
        series: seriesKey,
        price: price === null ? '' : number(price),
        place: chosenPlace,
        shelf,
        condition: conditions[0],
      }),
    )
    setTitle(null)
    setCount(1)
    setPrice(null)
    titleBox.current?.focus()
  }
  /** From count to price, from price to the grid: the two that differ for each title. */
  function onCountKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
    event.preventDefault()
    document.querySelector<HTMLElement>('[name="delivery-price"]')?.focus()
  }
  return (
    <form className="delivery-add" aria-label={t('copies.delivery.add')} onSubmit={add}>
      <div className="stack tight">
        <TitlePicker
          label={t('copies.delivery.title')}
          boxRef={titleBox}
          onPick={pick}
          hint={
            title
              ? t('copies.delivery.chosen', { title: title.title, copies: number(title.copies) })
              : t('copies.delivery.titleHint')
          }
        />
      </div>
      <NumberField
        label={t('copies.delivery.count')}
        name="delivery-count"
        value={count}
        onChange={setCount}
        onKeyDown={onCountKey}
        error={isFull ? t('copies.delivery.full', { room: number(room) }) : undefined}
      />
      <NumberField
        label={t('copies.delivery.price')}
        name="delivery-price"
        value={price}
        onChange={setPrice}
      />
      {seriesOptions.length > 1 && (
        <Select
          label={t('copies.delivery.series')}
          emptyLabel={t('copies.acts.choose')}
          options={seriesOptions}
          value={seriesKey}
          onChange={(event) => setSeries(event.target.value)}
        />
      )}
      <Select
        label={t('copies.delivery.place')}
        options={places}
        value={chosenPlace}
        onChange={(event) => setPlace(event.target.value)}
      />
      <TextField
        label={t('copies.fields.shelf')}
        value={shelf}
        onChange={(event) => setShelf(event.target.value)}
      />
      <div className="delivery-buttons">
        <Button type="submit" icon="add" disabled={!isReady}>
          {t('copies.delivery.addRows')}
        </Button>
        <Link className="small" to={`/catalogue/new?back=/copies/vouchers/${voucherId}`}>
          {t('copies.delivery.newTitle')}
        </Link>
      </div>
    </form>
  )
}
