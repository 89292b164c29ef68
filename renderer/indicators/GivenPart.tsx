import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { GivenFigure } from '../../shared/indicators/contract.ts'
import { useEngine } from '../app/engine.tsx'
import { chooseFiles, readied } from '../app/evidence-files.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { GivenDialog } from './GivenDialog.tsx'
import { useGivenWords } from './use-given-words.ts'

type Props = { figure: Output<'indicators.explain'>; period: string }

/** What a person says of a figure that no record tells; nothing is shown where records tell it. */
export function GivenPart({ figure, period }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [search] = useSearchParams()
  const [isOpen, setOpen] = useState(search.has('give'))
  const { given, isGivable, value } = figure
  const mayGive = isGivable && can('reports.prepare')
  if (!given && !isGivable) return null
  return (
    <section className="card given-part" aria-label={t('indicators.given.part')}>
      {given ? (
        <Given given={given} figure={figure} mayGive={mayGive} onEdit={() => setOpen(true)} />
      ) : (
        <Notice text={t('indicators.given.none')}>
          {mayGive && (
            <Button icon="edit" onClick={() => setOpen(true)}>
              {t('indicators.given.add')}
            </Button>
          )}
        </Notice>
      )}
      {isOpen && mayGive && (
        <GivenDialog given={given} start={{ code: value.code, period }} onClose={() => setOpen(false)} />
      )}
    </section>
  )
}

type GivenProps = {
  given: GivenFigure
  figure: Output<'indicators.explain'>
  mayGive: boolean
  onEdit: () => void
}

function Given({ given, figure, mayGive, onEdit }: GivenProps) {
  const { t } = useTranslation()
  const can = useCan()
  const words = useGivenWords()
  const toast = useToast()
  const remove = useCommand('indicators.removeGiven')
  const restore = useCommand('indicators.restoreGiven')
  async function takeAway() {
    const answer = await remove.run({ id: given.id, rev: given.rev })
    if (answer.ok)
      toast({
        text: t('indicators.given.removed', { name: given.code }),
        onUndo: async () => void (await restore.run(answer.value)),
      })
  }
  const mayRemove = can('reports.prepare') && !figure.isFrozen
  const by = { name: given.givenBy ?? '–', at: displayInstant(given.givenAt) }
  return (
    <>
      <p>
        <strong>{t('indicators.given.says', { value: words.stated(given) })}</strong>{' '}
        <span className="soft small">{t('indicators.given.by', by)}</span>
      </p>
      <p>{given.reason}</p>
      {figure.value.givenReason === undefined && (
        <Notice icon="warning" text={t('indicators.given.setAside')} />
      )}
      <Failure of={remove.failure ?? restore.failure} />
      <div className="row no-print">
        {mayGive && (
          <Button icon="edit" onClick={onEdit}>
            {t('common.actions.edit')}
          </Button>
        )}
        {mayRemove && (
          <Button icon="remove" disabled={remove.isRunning} onClick={() => void takeAway()}>
            {t('common.list.remove')}
          </Button>
        )}
        <Proof given={given} mayAttach={mayGive} />
      </div>
    </>
  )
}

/** The file that proves it: opened, and put in its place by another. */
function Proof({ given, mayAttach }: { given: GivenFigure; mayAttach: boolean }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const attach = useJob('indicators.attachGivenProof')
  const open = useJob('indicators.openGivenProof')
  const [refused, setRefused] = useState<string[]>([])
  useSavedFile(open.output?.file, open.clear)
  async function choose() {
    const { ready, refused: unfit } = await readied((await chooseFiles()).slice(0, 1))
    setRefused(unfit)
    const [ticket] = await door.takeFiles(ready.map(({ file }) => file))
    if (ticket) await attach.start({ id: given.id, file: ticket })
  }
  return (
    <>
      {given.proof !== null && (
        <Button kind="quiet" icon="file" onClick={() => void open.start({ id: given.id })}>
          {given.proof}
        </Button>
      )}
      {mayAttach && (
        <Button icon="attach" disabled={attach.isRunning} onClick={() => void choose()}>
          {t(given.proof === null ? 'indicators.given.attach' : 'indicators.given.attachOther')}
        </Button>
      )}
      {given.proof === null && !mayAttach && (
        <span className="soft small">{t('indicators.given.noProof')}</span>
      )}
      <JobProgress run={attach} />
      <Failure of={attach.failure ?? open.failure} />
      {refused.map((name) => (
        <Notice key={name} icon="warning" text={t('indicators.errors.not_evidence', { name })} />
      ))}
    </>
  )
}
