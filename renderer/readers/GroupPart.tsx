import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReaderGroup } from '../../shared/readers/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** The groups that readers are told apart by. */
export function GroupPart() {
  const { t } = useTranslation()
  const { groups, nameOf, failure } = useReaderWords()
  const [edited, setEdited] = useState<ReaderGroup | 'new' | null>(null)
  return (
    <section className="card stack" aria-label={t('readers.settings.groups')}>
      <h2>{t('readers.settings.groups')}</h2>
      <Failure of={failure} />
      <ul className="plain-list">
        {groups.map((group) => (
          <li key={group.id} className={group.isHidden ? 'row soft' : 'row'}>
            <span>{nameOf(group)}</span>
            <span className="soft small">
              {t('readers.settings.readers', { count: group.readers })}
              {group.isHidden && ` · ${t('readers.settings.hidden')}`}
            </span>
            <Button kind="quiet" icon="edit" onClick={() => setEdited(group)}>
              {t('readers.settings.editGroup')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button icon="add" onClick={() => setEdited('new')}>
          {t('readers.settings.addGroup')}
        </Button>
      </div>
      {edited && <GroupDialog group={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}
