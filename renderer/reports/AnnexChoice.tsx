import { useTranslation } from 'react-i18next'
import type { AnnexName } from '../../shared/reports/annexes.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { forgetRev, latestRev, noteRev } from './latest-rev.ts'

type Props = { name: AnnexName; isEmpty: boolean; period: Output<'reports.period'> }

/** Whether an annex goes along; an empty one stays away by itself. */
export function AnnexChoice({ name, isEmpty, period }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const setAnnexes = useCommand('reports.setAnnexes')
  if (isEmpty) return <p className="soft no-print">{t('reports.annexPart.empty')}</p>
  if (period.state === 'signed' || !can('reports.prepare')) return null
  const { id, leftOut } = period
  async function choose(goesAlong: boolean) {
    const others = leftOut.filter((each) => each !== name)
    const rev = latestRev(period)
    const answer = await setAnnexes.run({ id, rev, leftOut: goesAlong ? others : [...others, name] })
    if (!answer.ok) return forgetRev(id)
    noteRev(answer.value)
    toast({ text: t('reports.annexPart.saved') })
  }
  return (
    <div className="block-tools no-print">
      <label className="check">
        <input
          type="checkbox"
          checked={!leftOut.includes(name)}
          disabled={setAnnexes.isRunning}
          onChange={(event) => void choose(event.target.checked)}
        />
        {t('reports.annexPart.goesAlong')}
      </label>
      <Failure of={setAnnexes.failure} />
    </div>
  )
}
