import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { DeskReader } from '../../shared/readers/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { LoanList } from './LoanList.tsx'
import { StandingChip } from './StandingChip.tsx'
import { useReaderWords } from './use-reader-words.ts'

type Props = {
  reader: DeskReader | null
  onOpen: (id: number) => void
  onClose: () => void
  onChanged: () => void
}

/** Whoever stands at the desk, and what they have; or somebody who left the card at home, by name. */
export function DeskReaderPart({ reader, onOpen, onClose, onChanged }: Props) {
  const { t } = useTranslation()
  const { groupName } = useReaderWords()
  if (!reader)
    return (
      <section className="card stack">
        <p>{t('readers.desk.noReader')}</p>
        <ReaderSearch onOpen={onOpen} />
      </section>
    )
  return (
    <section className="card stack" aria-label={reader.name}>
      <div className="row">
        <h2>
          <Link to={`/readers/${reader.id}`}>{reader.name}</Link>
        </h2>
        <StandingChip standing={reader.standing} />
        <span className="spacer" />
        <Button shortcut="Esc" onClick={onClose}>
          {t('readers.desk.close')}
        </Button>
      </div>
      <p className="soft">
        {reader.cardNumber} · {groupName(reader.groupId)} · {t('readers.fields.expiresOn')}{' '}
        {displayDate(reader.expiresOn)}
        {reader.standing === 'suspended' && ` · ${reader.suspendedFor}`}
      </p>
      {reader.loans.length === 0 ? (
        <p className="soft">{t('readers.record.loansNone')}</p>
      ) : (
        <LoanList loans={reader.loans} isShort onChanged={onChanged} />
      )}
    </section>
  )
}

const offered = 8

function ReaderSearch({ onOpen }: { onOpen: (id: number) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const found = useQuery(
    'readers.list',
    { text: asked, limit: offered },
    { isActive: asked.trim() !== '', keepsPrevious: true },
  )
  const options = (found.value?.rows ?? []).map(({ id, name, cardNumber, unit }) => ({
    value: String(id),
    label: name,
    hint: [cardNumber, unit].filter(Boolean).join(' · '),
  }))
  return (
    <Combobox
      label={t('readers.desk.readerSearch')}
      value=""
      options={options}
      onType={setText}
      onChange={(value) => value !== '' && onOpen(Number(value))}
    />
  )
}
