import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AuthorityDialog } from './AuthorityDialog.tsx'
import { searchAddress } from './search-address.ts'

/** One heading: the forms that lead to it, and the titles that carry it. */
export function AuthorityPreview({ id }: { id: number }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const toast = useToast()
  const { value: authority, failure } = useQuery('catalogue.authority', { id })
  const remove = useCommand('catalogue.removeAuthority')
  const add = useCommand('catalogue.addAuthority')
  const [isEditing, setEditing] = useState(false)

  async function drop() {
    if (!authority) return
    const { rev, kind, heading, seeFrom, note } = authority
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('catalogue.authorities.removed', { heading }),
      onUndo: async () => void (await add.run({ kind, heading, seeFrom, note })),
    })
  }
  return (
    <aside className="preview" aria-label={t('catalogue.list.preview')}>
      <Failure of={failure} />
      {authority && (
        <>
          <h2>{authority.heading}</h2>
          <PropertyList
            isNarrow
            properties={[
              {
                key: 'kind',
                label: t('catalogue.authorities.kind'),
                value: t(`catalogue.authorityKinds.${authority.kind}`),
              },
              {
                key: 'titles',
                label: t('catalogue.authorities.titles'),
                value: (
                  <Link className="figure-value" to={searchAddress({ filters: { authorityId: id } })}>
                    {number(authority.titles)}
                  </Link>
                ),
              },
              {
                key: 'seeFrom',
                label: t('catalogue.authorities.seeFrom'),
                value: authority.seeFrom.join('\n'),
              },
              { key: 'note', label: t('catalogue.authorities.note'), value: authority.note },
            ]}
          />
          {authority.mergedIntoId !== null && <p className="soft">{t('catalogue.authorities.wasMerged')}</p>}
          <Failure of={remove.failure} />
          <div className="actions">
            {can('catalogue.write') && authority.mergedIntoId === null && (
              <>
                <Button icon="edit" onClick={() => setEditing(true)}>
                  {t('common.actions.edit')}
                </Button>
                <Button
                  icon="remove"
                  disabled={remove.isRunning || authority.titles > 0}
                  title={
                    authority.titles > 0
                      ? t('catalogue.authorities.removeInUse', { shown: number(authority.titles) })
                      : ''
                  }
                  onClick={() => void drop()}
                >
                  {t('catalogue.authorities.remove')}
                </Button>
              </>
            )}
            <Link className="button" to={searchAddress({ filters: { authorityId: id } })}>
              <Icon name="search" />
              {t('catalogue.authorities.showTitles')}
            </Link>
          </div>
          <HistoryPart key={id} of={{ tableName: 'authority', rowId: id }} />
          {isEditing && (
            <AuthorityDialog authority={authority} kind={authority.kind} onClose={() => setEditing(false)} />
          )}
        </>
      )}
    </aside>
  )
}
