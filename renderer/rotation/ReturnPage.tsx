import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { useScanTaker } from '../app/scan-taker.ts'
import { Button } from '../ui/Button.tsx'
import { CodeBox } from '../ui/CodeBox.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { ReturnAnswer } from './ReturnAnswer.tsx'
import { StrangerPart } from './StrangerPart.tsx'
import { useReturning } from './use-returning.ts'

/** Boxes that came home, unpacked with a scanner: what is back, what is damaged, what does not belong, what is still missing. */
export function ReturnPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: shipment, failure } = useQuery('rotation.shipment', { id })
  const back = { to: `/rotation/${id}`, label: t('rotation.menu.shipment') }
  return (
    <div className="page">
      <PageHeader
        title={shipment ? t('rotation.return.title', { number: shipment.number }) : t('rotation.menu.return')}
        back={back}
        {...(shipment && { hint: shipment.pointName })}
      />
      <Failure of={failure} />
      {shipment && <Desk shipment={shipment} />}
    </div>
  )
}

function Desk({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const box = useRef<HTMLInputElement>(null)
  const [isDamaged, setDamaged] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const desk = useReturning(shipment.id, isDamaged, () => setDamaged(false))
  const isOpen = shipment.sentOn !== null && shipment.closedOn === null
  const toggle = () => {
    setDamaged((was) => !was)
    box.current?.focus()
  }
  useScanTaker(desk.take, !isClosing)
  useShortcut('F8', toggle)
  useShortcut('Ctrl+Z', () => void desk.undo())
  if (shipment.sentOn === null)
    return (
      <p>
        {t('rotation.return.notSent')} <Link to={`/rotation/${shipment.id}`}>{shipment.number}</Link>
      </p>
    )
  return (
    <>
      <div className="row no-print">
        <Button icon="settings" shortcut="F8" aria-pressed={isDamaged} onClick={toggle}>
          {t('rotation.return.damaged')}
        </Button>
        <Button
          icon="restore"
          shortcut="Ctrl+Z"
          disabled={desk.lastId === null || !isOpen}
          onClick={() => void desk.undo()}
        >
          {t('rotation.return.undo')}
        </Button>
        <span className="spacer" />
        {isOpen && (
          <Button kind="primary" icon="check" onClick={() => setClosing(true)}>
            {t('rotation.close.open')}
          </Button>
        )}
      </div>
      <div className="lending-body">
        <div className="stack">
          <CodeBox
            ref={box}
            className="lending-box"
            label={t(isDamaged ? 'rotation.return.boxDamaged' : 'rotation.return.box')}
            maxLength={100}
            onCode={desk.take}
            onLeave={() => void navigate(`/rotation/${shipment.id}`)}
          />
          <ReturnAnswer shown={desk.shown} />
        </div>
        <StillAway shipment={shipment} />
      </div>
      {shipment.strangers.length > 0 && <StrangerPart strangers={shipment.strangers} />}
      {isClosing && <CloseDialog shipment={shipment} onClose={() => setClosing(false)} />}
    </>
  )
}

/** What to look for in the boxes. */
function StillAway({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, copies, back, damaged, missing, transferred, closedOn } = shipment
  const outcome = closedOn === null ? 'away' : 'missing'
  const list = usePages('rotation.copies', { shipmentId: id, outcome })
  const away = closedOn === null ? copies - back - damaged - missing - transferred : missing
  return (
    <section className="card stack" aria-live="polite">
      <h2>
        {away === 0
          ? t('rotation.return.allBack')
          : t(closedOn === null ? 'rotation.return.stillAway' : 'rotation.return.stillMissing', {
              count: away,
              shown: number(away),
            })}
      </h2>
      <p className="soft">
        {t('rotation.return.progress', {
          back: number(back + damaged),
          copies: number(copies),
          damaged: number(damaged),
        })}
      </p>
      <Failure of={list.failure} />
      <ul className="still-away">
        {list.rows.map(({ copyId, accessionNumber, title }) => (
          <li key={copyId}>
            <strong>{accessionNumber}</strong> {title}
          </li>
        ))}
      </ul>
      {list.hasMore && <Button onClick={list.more}>{t('rotation.return.more')}</Button>}
    </section>
  )
}
