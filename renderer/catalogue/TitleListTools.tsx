import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { searchSorts } from '../../shared/catalogue/contract.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { FilterDialog } from './FilterDialog.tsx'
import { SavedSearchDialog } from './SavedSearchDialog.tsx'
import type { TitleSearch } from './use-title-search.ts'

type Shown = { isShown: boolean; toggle: () => void }
type Props = {
  search: TitleSearch
  onSearchKey: (event: KeyboardEvent) => void
  preview: Shown
  facetsShown: Shown
}

export function TitleListTools({ search, onSearchKey, preview, facetsShown }: Props) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'filters' | 'saved' | null>(null)
  const close = () => setDialog(null)
  useShortcut('Alt+L', () => setDialog('filters'))
  return (
    <div className="row no-print">
      <SearchBox
        label={t('catalogue.list.search')}
        takesScans
        autoFocus
        value={search.typed}
        onChange={(event) => search.type(event.target.value)}
        onKeyDown={onSearchKey}
      />
      <Button shortcut="Alt+L" onClick={() => setDialog('filters')}>
        {t('catalogue.filters.open')}
      </Button>
      <Button onClick={() => setDialog('saved')}>{t('catalogue.saved.open')}</Button>
      <span className="spacer" />
      <InlineSelect
        label={t('catalogue.list.sort')}
        value={search.order}
        options={searchSorts
          .filter((by) => by !== 'relevance' || search.order === by || search.search.text !== '')
          .map((by) => ({ value: by, label: t(`catalogue.list.sorts.${by}`) }))}
        onChange={search.sort}
      />
      <IconButton
        icon="chart"
        label={t('catalogue.facets.title')}
        aria-pressed={facetsShown.isShown}
        onClick={facetsShown.toggle}
      />
      <IconButton
        icon="panel"
        label={t('catalogue.list.preview')}
        shortcut="F4"
        aria-pressed={preview.isShown}
        onClick={preview.toggle}
      />
      {dialog === 'filters' && (
        <FilterDialog filters={search.search.filters} onApply={search.filter} onClose={close} />
      )}
      {dialog === 'saved' && <SavedSearchDialog search={search} onClose={close} />}
    </div>
  )
}
