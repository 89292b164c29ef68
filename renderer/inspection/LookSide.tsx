import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FindingKind, InspectedPage } from '../../shared/inspection/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useSession } from '../app/session-context.ts'
import { Button } from '../ui/Button.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { kindKeys } from './kind-keys.ts'
import { OutsideDialog } from './OutsideDialog.tsx'
import { Outcome } from './PageList.tsx'
import { FindingChip } from './StandingChip.tsx'
import { useLookKeys } from './use-look-keys.ts'
import type { useLook } from './use-look.ts'

type Props = { page: InspectedPage; look: ReturnType<typeof useLook>; isOpen: boolean }

/** What is said of the page: good, or what is wrong with it. */
export function LookSide({ page, look, isOpen }: Props) {
  const { t } = useTranslation()
  const { user } = useSession()
  const kinds = useQuery('inspection.kinds', {}).value ?? []
  const [chosen, choose] = useState<readonly number[]>(page.findings.map(({ kindId }) => kindId))
  const [note, setNote] = useState(page.note)
  const [isNoting, setNoting] = useState(false)
  // Kinds that are offered no more stay on the pages that have them.
  const offered: FindingKind[] = [
    ...kinds,
    ...page.findings
      .filter(({ kindId }) => kinds.every(({ id }) => id !== kindId))
      .map(({ kindId, name, severity }) => ({ id: kindId, name, severity })),
  ]
  const save = () => void look.judge([...chosen], note)
  const toggle = (id: number) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  const noteBox = useLookKeys({ onSave: save, isActive: isOpen && !isNoting })
  return (
    <aside className="look-side" aria-label={t('inspection.look.side')}>
      <PageFacts page={page} />
      {page.scannedById !== null && page.scannedById === user?.id && (
        <Notice icon="person" text={t('inspection.look.ownWork')} />
      )}
      <div className="look-kinds" role="group" aria-label={t('inspection.rescanList.findings')}>
        {offered.map((kind, at) => (
          <KindButton
            key={kind.id}
            kind={kind}
            shortcut={kindKeys[at]}
            isChosen={chosen.includes(kind.id)}
            isDisabled={!isOpen || look.isRunning}
            onToggle={() => toggle(kind.id)}
          />
        ))}
      </div>
      <TextField
        ref={noteBox}
        label={t('inspection.look.note')}
        maxLength={1000}
        disabled={!isOpen}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <div className="actions">
        <Button
          kind="primary"
          shortcut="Enter"
          icon={chosen.length === 0 ? 'check' : 'warning'}
          disabled={!isOpen || look.isRunning}
          onClick={save}
        >
          {t(chosen.length === 0 ? 'inspection.look.good' : 'inspection.look.bad')}
        </Button>
        <Button disabled={!isOpen} onClick={() => setNoting(true)}>
          {t('inspection.look.outside')}
        </Button>
      </div>
      <p className="soft small">{t('inspection.look.keys')}</p>
      {look.last && (
        <p className="row" role="status">
          <span className="soft">
            {t('inspection.look.last', { code: look.last.code, page: look.last.page })}
          </span>
          <Outcome page={look.last} />
        </p>
      )}
      {isNoting && (
        <OutsideDialog page={page} kinds={kinds} onNoted={look.noted} onClose={() => setNoting(false)} />
      )}
    </aside>
  )
}

function PageFacts({ page }: { page: InspectedPage }) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <div>
      <p className="strong">
        <Link to={`/digitization/jobs/${page.jobId}`}>{page.code}</Link> {page.title}
      </p>
      <p className="row">
        <span className="number">{t('inspection.look.page', { page: number(page.page) })}</span>
        <span className="soft number">
          {page.place === null
            ? t('inspection.rescanList.outside')
            : t('inspection.look.place', { place: number(page.place) })}
        </span>
      </p>
      {page.verdict !== null && (
        <p className="row">
          <Outcome page={page} />
          <span className="soft">{page.judgedBy}</span>
        </p>
      )}
    </div>
  )
}

type KindProps = {
  kind: FindingKind
  shortcut: string | undefined
  isChosen: boolean
  isDisabled: boolean
  onToggle: () => void
}

function KindButton({ kind, shortcut = '', isChosen, isDisabled, onToggle }: KindProps) {
  useShortcut(shortcut, onToggle, shortcut !== '' && !isDisabled)
  return (
    <button
      type="button"
      className="button kind-button"
      aria-pressed={isChosen}
      aria-keyshortcuts={shortcut || undefined}
      disabled={isDisabled}
      onClick={onToggle}
    >
      <kbd>{shortcut}</kbd>
      <FindingChip severity={kind.severity}>{kind.name}</FindingChip>
    </button>
  )
}
