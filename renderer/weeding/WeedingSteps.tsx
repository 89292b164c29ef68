import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Paper, WeedingRecord } from '../../shared/weeding/contract.ts'
import { isSigned, paperAwaited, type PaperKind } from '../../shared/weeding/rules.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useMissing } from './use-missing.ts'

type Props = { weeding: WeedingRecord; shown: PaperKind | null; onShow: (kind: PaperKind) => void }
type State = 'signed' | 'awaited' | 'later'

const icons: Record<State, IconName> = { signed: 'check', awaited: 'edit', later: 'file' }

/** The five papers in their order: number and day of those that are signed, what is missing of the next. */
export function WeedingSteps({ weeding, shown, onShow }: Props) {
  const { t } = useTranslation()
  const missing = useMissing(weeding)
  const awaited = paperAwaited(weeding.stage)
  return (
    <ol className="paper-steps no-print" aria-label={t('weeding.steps.label')}>
      {weeding.papers.map((paper, index) => {
        const { kind } = paper
        const state = isSigned(kind, weeding.stage) ? 'signed' : kind === awaited ? 'awaited' : 'later'
        return (
          <li key={kind} className={`step-${state}`} aria-current={state === 'awaited' ? 'step' : undefined}>
            <button type="button" aria-pressed={kind === shown} onClick={() => onShow(kind)}>
              <span className="step-mark">
                <Icon name={icons[state]} />
              </span>
              <span className="text">
                <strong>
                  {t('weeding.steps.step', {
                    number: index + 1,
                    name: t(`weeding.steps.names.${kind}`),
                  })}
                </strong>
                <StepFact paper={paper} state={state} missing={missing(kind)} />
              </span>
              {paper.scan && <Icon name="attach" />}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function StepFact({ paper, state, missing }: { paper: Paper; state: State; missing: string[] }) {
  const { t } = useTranslation()
  const { number, symbol, signedOn } = paper
  const full = [number, symbol].filter((part) => part !== '').join('/')
  if (state === 'signed' && signedOn)
    return (
      <span className="soft small">
        {number === ''
          ? t('weeding.steps.signed', { on: displayDate(signedOn) })
          : t('weeding.steps.signedNumber', { number: full, on: displayDate(signedOn) })}
      </span>
    )
  if (state === 'later') return <span className="soft small">{t('weeding.steps.later')}</span>
  return <span className="small">{missing[0] ?? t('weeding.steps.ready')}</span>
}
