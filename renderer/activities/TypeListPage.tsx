import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeFields, type ActivityType } from '../../shared/activities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ActivityTabs } from './ActivityTabs.tsx'
import { TypeDialog } from './TypeDialog.tsx'
import { useActivityWords } from './use-activity-words.ts'

/** The types of activities: those of the program and those that the library added. */
export function TypeListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const { types, typeOf } = useActivityWords()
  const remove = useCommand('activities.removeType')
  const add = useCommand('activities.addType')
  const [selected, setSelected] = useState<string | null>(null)
  const [edited, setEdited] = useState<ActivityType | 'new' | null>(null)
  const chosen = typeOf(selected ?? '')
  const mayManage = can('settings.manage')
  async function drop(type: ActivityType) {
    const { code, rev, name } = type
    const answer = await remove.run({ code, rev })
    if (answer.ok)
      toast({
        text: t('activities.typeList.removed', { name }),
        onUndo: async () => void (await add.run(TypeFields.parse(type))),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('activities.typeList.title')} hint={t('activities.typeList.hint')}>
        {/* Always there: what appears with the choice would move the row away from under the pointer. */}
        {mayManage && (
          <>
            <Button icon="edit" disabled={!chosen} onClick={() => chosen && setEdited(chosen)}>
              {t('activities.typeList.change')}
            </Button>
            <Button
              icon="remove"
              disabled={!chosen || chosen.isDeclared || chosen.activities > 0 || remove.isRunning}
              onClick={() => chosen && void drop(chosen)}
            >
              {t('activities.typeList.remove')}
            </Button>
          </>
        )}
        {mayManage && (
          <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
            {t('activities.typeList.add')}
          </Button>
        )}
      </PageHeader>
      <ActivityTabs />
      <Failure of={remove.failure ?? add.failure} />
      <Table
        label={t('activities.typeList.title')}
        name="activityTypes"
        columns={useColumns()}
        rows={types}
        keyOf={({ code }) => code}
        selected={selected}
        onSelect={({ code }) => setSelected(code)}
        onOpen={(type) => mayManage && setEdited(type)}
        empty={null}
      />
      {edited && <TypeDialog type={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function useColumns(): Column<ActivityType>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { typeName, fieldLabel } = useActivityWords()
  return useMemo(
    () => [
      { key: 'code', label: t('activities.typeList.code'), widthPx: 60, cell: ({ code }) => code },
      {
        key: 'name',
        label: t('activities.fields.typeCode'),
        widthPx: 240,
        grows: true,
        cell: ({ code, isHidden }) => (
          <span className={isHidden ? 'soft' : ''}>
            {typeName(code)}
            {isHidden && ` (${t('activities.typeList.hidden')})`}
          </span>
        ),
      },
      {
        key: 'group',
        label: t('activities.fields.group'),
        widthPx: 160,
        cell: ({ group }) => t(`activities.groups.${group}`),
      },
      {
        key: 'fields',
        label: t('activities.typeList.fields'),
        widthPx: 190,
        grows: true,
        cell: ({ fields }) => fields.map(fieldLabel).join(', '),
      },
      {
        key: 'feeds',
        label: t('activities.typeList.feeds'),
        widthPx: 160,
        grows: true,
        cell: ({ feeds }) => feeds.map((feed) => t(`activities.feeds.${feed}`)).join(', '),
      },
      {
        key: 'proof',
        label: t('activities.fields.proof'),
        widthPx: 160,
        cell: ({ proof }) => proof.map((kind) => t(`activities.evidenceKinds.${kind}`)).join(', '),
      },
      {
        key: 'activities',
        label: t('activities.typeList.used'),
        widthPx: 84,
        align: 'end',
        cell: ({ activities }) => number(activities),
      },
    ],
    [t, number, typeName, fieldLabel],
  )
}
