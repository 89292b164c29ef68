import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { usePeriodName } from '../reports/index.ts'

export type RoadAct = 'send' | 'folder' | 'codes' | 'export' | 'budget' | 'telephone'
/** Which roads are open to whoever looks, and what goes on meanwhile. */
export type Roads = { isEnrolled: boolean; isBusy: boolean; pick: (act: RoadAct, periodId: number) => void }

type Props = {
  period: { id: number; period: string }
  roads: Roads
  /** The one that waits for its sending; of the others all ways are in the menu. */
  isFirst?: boolean
  takesFocus?: boolean
  /** Whether a code over the telephone would prove anything yet. */
  canBeProved?: boolean
}

const icons = {
  send: 'send',
  folder: 'save',
  codes: 'print',
  export: 'file',
  telephone: 'check',
  budget: 'info',
} as const

/** The roads that begin at a disk or a stick of the serving PC. */
const doing: Partial<Record<RoadAct, string>> = { folder: 'sync.writeToFolder' }
const doesOf = (act: RoadAct) => (doing[act] ? { does: doing[act] } : {})

/** The roads of one package: the nearest one as a button, the others behind it. */
export function PeriodRoads({
  period,
  roads,
  isFirst = false,
  takesFocus = false,
  canBeProved = false,
}: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const nearest = roads.isEnrolled ? 'send' : 'folder'
  const labels = {
    send: t('sync.roads.send'),
    folder: t('sync.roads.folder'),
    codes: t('sync.roads.codes'),
    export: t('sync.roads.export'),
    telephone: t('sync.roads.telephone'),
    budget: t('sync.budget.open'),
  }
  const acts = (['send', 'folder', 'codes', 'export', 'telephone', 'budget'] as const).filter(
    (act) =>
      !(isFirst && act === nearest) &&
      (act !== 'send' || roads.isEnrolled) &&
      (act !== 'telephone' || (roads.isEnrolled && canBeProved)),
  )
  return (
    <span className="row">
      {isFirst && (
        <Button
          {...doesOf(nearest)}
          kind="primary"
          icon={icons[nearest]}
          autoFocus={takesFocus}
          disabled={roads.isBusy}
          onClick={() => roads.pick(nearest, period.id)}
        >
          {labels[nearest]}
          <span className="visually-hidden"> {periodName(period.period)}</span>
        </Button>
      )}
      <Menu
        label={t('sync.roads.moreOf', { period: periodName(period.period) })}
        buttonClass="button"
        button={
          <>
            {t('sync.roads.more')}
            <Icon name="down" />
          </>
        }
        items={acts.map((act) => ({
          key: act,
          label: labels[act],
          icon: icons[act],
          ...doesOf(act),
          onPick: () => roads.pick(act, period.id),
        }))}
      />
    </span>
  )
}
