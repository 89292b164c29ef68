import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { titleId: number; issueIds: number[]; onDone: () => void }

/** Chosen issues go into a bound volume, a copy of the same title, or come out of theirs. */
export function IssueBinding({ titleId, issueIds, onDone }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const mayRead = useCan()('copies.read')
  const bind = useCommand('catalogue.bindIssues')
  const copies = useQuery('copies.search', { filters: { titleId }, limit: 200 }, { isActive: mayRead })
  const [picked, setPicked] = useState('')
  const rows = copies.value?.rows ?? []

  async function run(copyId: number | null) {
    const answer = await bind.run({ issueIds, copyId })
    if (!answer.ok) return
    toast({
      text: t(copyId === null ? 'catalogue.serials.unbound' : 'catalogue.serials.bound', {
        count: answer.value.issues,
      }),
    })
    onDone()
  }
  return (
    <section className="binding" aria-label={t('catalogue.serials.binding')}>
      <Failure of={bind.failure ?? copies.failure} />
      <div className="row">
        <strong>{t('catalogue.serials.chosen', { count: issueIds.length })}</strong>
        <Select
          label={t('catalogue.serials.boundVolume')}
          emptyLabel={t(rows.length === 0 ? 'catalogue.serials.noVolume' : 'catalogue.serials.pickVolume')}
          value={picked}
          onChange={(event) => setPicked(event.target.value)}
          options={rows.map(({ id, accessionNumber, enumeration }) => ({
            value: String(id),
            label: [accessionNumber, enumeration].filter(Boolean).join(' · '),
          }))}
        />
        <Button
          kind="primary"
          disabled={picked === '' || bind.isRunning}
          onClick={() => void run(Number(picked))}
        >
          {t('catalogue.serials.bind')}
        </Button>
        <Button disabled={bind.isRunning} onClick={() => void run(null)}>
          {t('catalogue.serials.unbind')}
        </Button>
      </div>
    </section>
  )
}
