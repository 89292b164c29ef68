import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { ScanAnswer, Stocktake } from '../../shared/stocktake/contract.ts'
import { useKept } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useScanTaker } from '../app/scan-taker.ts'
import { Button } from '../ui/Button.tsx'
import { CodeBox } from '../ui/CodeBox.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useForgetUndo } from '../ui/Toasts.tsx'
import { DeskCounts } from './DeskCounts.tsx'
import { DeskLast } from './DeskLast.tsx'
import { DeskPlace, type StatedPlace } from './DeskPlace.tsx'
import { DeskResult, soundOf, type Shown } from './DeskResult.tsx'
import { play } from './sounds.ts'
import { StateChip } from './StateChip.tsx'
import { useDesk } from './use-desk.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

export function DeskPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: stocktake, failure } = useQuery('stocktake.stocktake', { id })
  if (stocktake) return <Desk key={id} stocktake={stocktake} />
  return (
    <div className="page">
      <PageHeader
        title={t('stocktake.menu.scan')}
        back={{ to: '/stocktake', label: t('stocktake.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

function isMutedAtFirst(): boolean {
  return localStorage.getItem('stocktake.muted') === 'yes'
}

/** Nothing but scanning: what the last code is, in colour, shape, word and sound; how far it is; and what was scanned. */
function Desk({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { scope } = useStocktakeWords()
  const forgetUndo = useForgetUndo()
  const box = useRef<HTMLInputElement>(null)
  const [isMuted, setMuted] = useState(isMutedAtFirst)
  const [shown, show] = useState<Shown | null>(null)
  const [place, setPlace] = useKept<StatedPlace>(`stocktake.place.${stocktake.id}`, {
    siteId: stocktake.siteId,
    storeId: stocktake.storeId,
    shelf: '',
  })
  const isOpen = stocktake.state === 'open'
  function hear(sound: Parameters<typeof play>[0]) {
    if (!isMuted) play(sound)
  }
  const desk = useDesk(stocktake, (answer: ScanAnswer) => {
    show({ kind: 'answer', answer })
    hear(soundOf(answer))
  })
  const onFailure = useEffectEvent(() => hear('wrong'))
  useEffect(() => {
    if (desk.failure) onFailure()
  }, [desk.failure])
  // Ctrl+Z is for scans here; nothing done before the page was opened may be meant by it.
  useEffect(() => forgetUndo(), [forgetUndo])

  function take(code: string) {
    if (!isOpen) {
      // At the shelf nobody looks at the screen: a code that goes nowhere must be heard.
      show({ kind: 'resting', code })
      return hear('wrong')
    }
    if (desk.read(code, place) === 'echo') show({ kind: 'echo', code })
    else {
      show({ kind: 'waiting', code })
      if (desk.failure) hear('wrong')
    }
  }
  async function undo() {
    const code = await desk.undo()
    if (code === null) return
    show({ kind: 'undone', code })
    hear('undone')
    box.current?.focus()
  }
  const leave = () => void navigate(`/stocktake/${stocktake.id}`)
  function mute() {
    localStorage.setItem('stocktake.muted', isMuted ? 'no' : 'yes')
    setMuted(!isMuted)
    box.current?.focus()
  }
  useScanTaker(take)
  useShortcut('Ctrl+Z', () => void undo())
  useShortcut('F8', mute)
  useShortcut('Escape', leave)
  return (
    <div className="page desk">
      <PageHeader
        title={t('stocktake.desk.title', { name: stocktake.name })}
        hint={scope(stocktake)}
        back={{ to: `/stocktake/${stocktake.id}`, label: t('stocktake.desk.leave') }}
      >
        <StateChip state={stocktake.state} />
        <Button icon={isMuted ? 'soundOff' : 'sound'} shortcut="F8" aria-pressed={isMuted} onClick={mute}>
          {t(isMuted ? 'stocktake.desk.unmute' : 'stocktake.desk.mute')}
        </Button>
        <Button
          icon="restore"
          shortcut="Ctrl+Z"
          disabled={!isOpen || desk.state.entries.length === 0}
          onClick={() => void undo()}
        >
          {t('stocktake.desk.undo')}
        </Button>
        <PauseButton stocktake={stocktake} onResumed={desk.resume} />
      </PageHeader>
      <div className="desk-body">
        <div className="desk-main">
          <DeskPlace
            stocktake={stocktake}
            place={place}
            onChange={setPlace}
            onDone={() => box.current?.focus()}
          />
          <ScanBox ref={box} isOpen={isOpen} onCode={take} onLeave={leave} />
          <DeskResult shown={shown} place={place} />
          <Waiting desk={desk} />
          <Failure of={desk.failure}>
            {desk.waiting.count > 0 && <Button onClick={desk.resume}>{t('stocktake.desk.retry')}</Button>}
          </Failure>
        </div>
        <div className="desk-side">
          <DeskCounts state={desk.state} stocktake={stocktake} />
          <DeskLast entries={desk.state.entries} />
        </div>
      </div>
    </div>
  )
}

function Waiting({ desk: { waiting } }: { desk: ReturnType<typeof useDesk> }) {
  const { t } = useTranslation()
  return (
    <p className={waiting.count > 0 ? 'desk-waiting some' : 'desk-waiting'} role="status">
      {waiting.count > 0
        ? t('stocktake.desk.waiting', { count: waiting.count })
        : t('stocktake.desk.allSent')}
      {!waiting.isKept && ` ${t('stocktake.desk.notKept')}`}
    </p>
  )
}

function PauseButton({
  stocktake: { id, state },
  onResumed,
}: {
  stocktake: Stocktake
  onResumed: () => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const pause = useCommand('stocktake.pause')
  const resume = useCommand('stocktake.resume')
  if (state === 'open') {
    return (
      can('stocktake.write') && (
        <Button icon="pause" disabled={pause.isRunning} onClick={() => void pause.run({ id })}>
          {t('stocktake.actions.pause')}
        </Button>
      )
    )
  }
  async function goOn() {
    if ((await resume.run({ id })).ok) onResumed()
  }
  return (
    state === 'paused' &&
    can('stocktake.write') && (
      <Button kind="primary" icon="forward" disabled={resume.isRunning} onClick={() => void goOn()}>
        {t('stocktake.actions.resume')}
      </Button>
    )
  )
}

type BoxProps = {
  ref: React.RefObject<HTMLInputElement | null>
  isOpen: boolean
  onCode: (code: string) => void
  onLeave: () => void
}

/** While the stocktake pauses there is nothing to type into; when it goes on, the box is where the next code goes. */
function ScanBox({ ref, isOpen, onCode, onLeave }: BoxProps) {
  const { t } = useTranslation()
  useEffect(() => {
    if (isOpen) ref.current?.focus()
  }, [isOpen, ref])
  if (!isOpen) return <Notice icon="pause" text={t('stocktake.desk.closed')} />
  return (
    <CodeBox
      ref={ref}
      className="desk-box"
      label={t('stocktake.desk.box')}
      maxLength={200}
      onCode={onCode}
      onLeave={onLeave}
    />
  )
}
