import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Search, Selection, TitleRow } from '../../shared/catalogue/contract.ts'
import { useKept } from '../app/kept.ts'
import { useCan } from '../app/permissions.ts'
import { AddToCollectionDialog, chosenTitlesName, type ChosenTitles } from '../digitization/index.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { choiceLimit, type Choice } from '../ui/use-choice.ts'
import { BatchEditDialog } from './BatchEditDialog.tsx'
import { ManyClassDialog } from './ManyClassDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { ProductDialog } from './ProductDialog.tsx'
import { namedOf, selectionOf } from './selection.ts'

/** A merge is looked through side by side; more than this nobody compares. */
const mergedAtMost = 51

/** What was chosen when the dialog opened: an act may empty the list it was chosen from. */
type Open = {
  act: 'edit' | 'merge' | 'product' | 'class' | 'collection'
  selection: Selection
  count: number
  rows: TitleRow[]
}
type Load = (first: number, last: number) => Promise<TitleRow[]>
type Props = { choice: Choice<TitleRow>; search: Search; load: Load }

/** Acts that take titles by name, and how many they take; the others take a search as well. */
const namedAtMost = { merge: mergedAtMost, class: choiceLimit, product: choiceLimit }

/** What can be done with the chosen titles at once. */
export function TitleActionBar({ choice, search, load }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [open, setOpen] = useState<Open | null>(null)
  const { count, isAll } = choice
  const navigate = useNavigate()
  const [, keepChosen] = useKept<ChosenTitles | null>(chosenTitlesName, null)
  function digitize() {
    keepChosen({ selection: selectionOf(choice, search), count })
    void navigate('/digitization/jobs/make')
  }
  async function start(act: Open['act']) {
    if (act === 'edit' || act === 'collection' || count > namedAtMost[act])
      return setOpen({ act, selection: selectionOf(choice, search), count, rows: choice.rows })
    const rows = await namedOf(choice, load)
    if (rows) setOpen({ act, selection: { ids: rows.map(({ id }) => id) }, count: rows.length, rows })
  }
  const close = () => setOpen(null)
  function done() {
    close()
    choice.clear()
  }
  return (
    <>
      <ChosenBar choice={choice}>
        {can('catalogue.write') && (
          <>
            <Button icon="edit" onClick={() => void start('edit')}>
              {t('catalogue.batch.open')}
            </Button>
            <Button
              icon="join"
              disabled={count < 2 || count > mergedAtMost}
              title={t('catalogue.merge.openHint')}
              onClick={() => void start('merge')}
            >
              {t('catalogue.merge.open')}
            </Button>
            <Button
              icon="shield"
              disabled={isAll && count > choiceLimit}
              title={t('catalogue.manyClass.openHint')}
              onClick={() => void start('class')}
            >
              {t('catalogue.manyClass.open')}
            </Button>
          </>
        )}
        {can('products.write') && (
          <Button icon="file" onClick={() => void start('product')}>
            {t('catalogue.product.open')}
          </Button>
        )}
        {can('digitization.write') && (
          <>
            <Button icon="panel" onClick={digitize}>
              {t('digitization.make.open')}
            </Button>
            <Button icon="add" onClick={() => void start('collection')}>
              {t('digitization.collections.addOpen')}
            </Button>
          </>
        )}
      </ChosenBar>
      {open?.act === 'edit' && <BatchEditDialog {...open} onClose={close} onDone={done} />}
      {open?.act === 'merge' && <MergeDialog titles={open.rows} onClose={close} onDone={done} />}
      {open?.act === 'class' && (
        <ManyClassDialog titleIds={open.rows.map(({ id }) => id)} onClose={close} onDone={done} />
      )}
      {open?.act === 'collection' && <AddToCollectionDialog {...open} onClose={close} onDone={done} />}
      {open?.act === 'product' && <ProductDialog {...open} onClose={close} onDone={done} />}
    </>
  )
}
