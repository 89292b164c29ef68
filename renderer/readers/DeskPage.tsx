import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { useScanTaker } from '../app/scan-taker.ts'
import { Button } from '../ui/Button.tsx'
import { CodeBox } from '../ui/CodeBox.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useForgetUndo } from '../ui/Toasts.tsx'
import { AskDialog } from './AskDialog.tsx'
import { DeskAnswer } from './DeskAnswer.tsx'
import { DeskReaderPart } from './DeskReaderPart.tsx'
import { ModeOff } from './ModeOff.tsx'
import { useCountingSite } from './use-counting-site.ts'
import { useLending } from './use-lending.ts'

/** One field for cards and copies: a card opens its reader, a copy is lent or taken back. */
export function DeskPage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const settings = useQuery('readers.settings', {})
  const { siteId, setSiteId, options } = useCountingSite()
  const box = useRef<HTMLInputElement>(null)
  const forgetUndo = useForgetUndo()
  const [isMuted, setMuted] = useState(() => localStorage.getItem('readers.muted') === 'yes')
  const asked = Number(search.get('reader') ?? 0)
  const desk = useLending({ siteId, isMuted, begin: asked > 0 ? asked : null })
  // Ctrl+Z is for loans here; nothing done before the page was opened may be meant by it.
  useEffect(() => forgetUndo(), [forgetUndo])
  function mute() {
    localStorage.setItem('readers.muted', isMuted ? 'no' : 'yes')
    setMuted(!isMuted)
    box.current?.focus()
  }
  function close() {
    desk.close()
    box.current?.focus()
  }
  useScanTaker(desk.take)
  useShortcut('Ctrl+Z', () => void desk.undo())
  useShortcut('F8', mute)
  useShortcut('Escape', close)
  const isOff = settings.value !== undefined && settings.value.mode !== 'loans'
  return (
    <div className="page">
      <PageHeader title={t('readers.desk.title')}>
        <InlineSelect
          label={t('readers.desk.site')}
          value={String(siteId ?? '')}
          options={options}
          onChange={(value) => {
            setSiteId(Number(value))
            box.current?.focus()
          }}
        />
        <Button icon={isMuted ? 'soundOff' : 'sound'} shortcut="F8" aria-pressed={isMuted} onClick={mute}>
          {t(isMuted ? 'readers.desk.unmute' : 'readers.desk.mute')}
        </Button>
        <Button
          icon="restore"
          shortcut="Ctrl+Z"
          disabled={desk.lastLoan === null}
          onClick={() => void desk.undo()}
        >
          {t('readers.desk.undo')}
        </Button>
      </PageHeader>
      <Failure of={settings.failure} />
      {isOff ? (
        <ModeOff text={t('readers.desk.off')} />
      ) : (
        <div className="lending-body">
          <div className="stack">
            <CodeBox
              ref={box}
              className="lending-box"
              label={t('readers.desk.box')}
              maxLength={100}
              onCode={desk.take}
              onLeave={close}
            />
            <DeskAnswer shown={desk.shown} />
          </div>
          <DeskReaderPart
            reader={desk.reader}
            onOpen={(id) => {
              desk.open(id)
              box.current?.focus()
            }}
            onClose={close}
            onChanged={() => void desk.refresh()}
          />
        </div>
      )}
      {desk.question && (
        <AskDialog
          title={t('readers.desk.asked')}
          meant={t('readers.desk.meant')}
          failure={desk.question}
          onClose={desk.leaveQuestion}
          onMeant={() => void desk.lendAllTheSame()}
        />
      )}
    </div>
  )
}
