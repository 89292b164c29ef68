import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useFilterWords } from './use-filter-words.ts'
import type { TitleSearch } from './use-title-search.ts'

type Saved = { id: number; name: string; search: TitleSearch['search'] }

/** Searches one comes back to: named, opened, forgotten. */
export function SavedSearchDialog({ search, onClose }: { search: TitleSearch; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const saved = useQuery('catalogue.savedSearches', {})
  const save = useCommand('catalogue.saveSearch')
  const forget = useCommand('catalogue.forgetSearch')
  const words = useFilterWords(search.search.filters)
  const [name, setName] = useState('')
  const suggested = [search.typed.trim(), ...words.map(({ text }) => text)].filter(Boolean).join(' · ')

  async function keep(event: FormEvent) {
    event.preventDefault()
    const answer = await save.run({ name: name.trim() || suggested, search: search.search })
    if (!answer.ok) return
    toast({ text: t('catalogue.saved.kept', { name: answer.value.name }) })
    onClose()
  }
  async function drop({ id, name, search }: Saved) {
    const answer = await forget.run({ id })
    if (!answer.ok) return
    toast({
      text: t('catalogue.saved.forgotten', { name }),
      onUndo: async () => void (await save.run({ name, search })),
    })
  }
  return (
    <Dialog title={t('catalogue.saved.title')} onClose={onClose}>
      {search.isNarrowed && (
        <form className="stack" onSubmit={(event) => void keep(event)}>
          <TextField
            label={t('catalogue.saved.name')}
            value={name}
            placeholder={suggested}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
          <div className="actions">
            <Button kind="primary" type="submit" disabled={save.isRunning}>
              {t('catalogue.saved.save')}
            </Button>
          </div>
        </form>
      )}
      <Failure of={saved.failure ?? save.failure ?? forget.failure} />
      {saved.value?.length === 0 && (
        <p className="soft">
          {t(search.isNarrowed ? 'catalogue.saved.empty' : 'catalogue.saved.emptyPlain')}
        </p>
      )}
      <ul className="saved-searches">
        {saved.value?.map((each) => (
          <li key={each.id} className="row">
            <button
              type="button"
              className="option"
              onClick={() => {
                search.open(each.search)
                onClose()
              }}
            >
              {each.name}
            </button>
            <IconButton
              icon="remove"
              label={t('catalogue.saved.forget', { name: each.name })}
              onClick={() => void drop(each)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
